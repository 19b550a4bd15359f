/*
 * A web component hides what is inside of it: to listeners outside, events come from its host; `closest`, `contains` and `parentElement` end at its edge; and
 * `document.activeElement` is the host. The box may stand in one.
 */

/** Where an event happened, also inside a web component. One that is closed is taken as a whole. */
export function innermostOf(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

/** As `parentElement`, also out of a web component. */
export const parentAcross = (element: Element): Element | null => element.parentElement ?? hostOf(element);

/** As `closest`, also out of web components. */
export function closestAcross(element: Element | null, selector: string): Element | null {
  for (let at = element; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** As `contains`, also into web components. */
export function containsAcross(outer: Element, inner: Element | null): boolean {
  for (let at = inner; at; at = hostOf(at)) if (outer.contains(at)) return true;
  return false;
}

/** The document, or the web component, that an element stands in. */
export const treeOf = (element: Element): Document | ShadowRoot => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
};

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
