import axe from 'axe-core';

interface Variant {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

/** Each story is looked at light and from the left by the addon; what is left of both themes and both directions is looked at here. */
const VARIANTS: readonly Variant[] = [
  { theme: 'dark', direction: 'ltr' },
  { theme: 'light', direction: 'rtl' },
  { theme: 'dark', direction: 'rtl' },
];

const OPTIONS: axe.RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };

/** The page, and every box on it that says its own direction. What is always from the left, as codes and names of files, stays. */
const directed = (): HTMLElement[] => [
  document.documentElement,
  ...document.querySelectorAll<HTMLElement>('[data-part][lang][dir]:not([data-theme])'),
];

/** Colours on their way are no colours to judge. */
function settle(): void {
  for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
}

async function findingsIn({ theme, direction }: Variant): Promise<string[]> {
  document.documentElement.dataset['theme'] = theme;
  for (const element of directed()) element.dir = direction;
  settle();
  const { violations } = await axe.run(document.body, OPTIONS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme}, ${direction}: ${id} at ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
}

/** After a story's play: throws with all that axe finds in the other theme and direction. Puts back what it has changed. */
export async function checkEverywhere(): Promise<void> {
  const { documentElement } = document;
  const { theme } = documentElement.dataset;
  const before = directed().map((element) => [element, element.dir] as const);
  const findings: string[] = [];
  // One after the other: axe looks at one page at a time, and there is one.
  // oxlint-disable-next-line no-await-in-loop
  for (const variant of VARIANTS) findings.push(...(await findingsIn(variant)));
  for (const [element, dir] of before) element.dir = dir;
  if (theme === undefined) delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
  if (findings.length > 0) throw new Error(findings.join('\n'));
}
