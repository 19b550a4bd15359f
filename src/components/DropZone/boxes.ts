import { closestAcross } from '../../shared/shadowTree.js';

/** Boxes of the page that take what is dropped or pasted outside of all, in the order of their coming. */
const pageBoxes = new Set<Element>();

export const BOX = '[data-part="uploader"]';

/** @returns takes it out again */
export function addPageBox(box: Element): () => void {
  pageBoxes.add(box);
  return () => void pageBoxes.delete(box);
}

/** Whether a box is the one that takes what falls on `target`: the box it stands in, else the first that takes what falls on the page. In a form that disables it, it takes nothing. */
export function isTaker(box: Element | null, target: Element | null): boolean {
  const nearest = closestAcross(target, BOX) ?? [...pageBoxes][0];
  return box !== null && nearest === box && closestAcross(box, 'fieldset:disabled') === null;
}
