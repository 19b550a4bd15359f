import axe from 'axe-core';

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

async function findingsInOther(): Promise<string[]> {
  document.documentElement.dataset['theme'] = 'dark';
  for (const element of directed()) element.dir = 'rtl';
  settle();
  const { violations } = await axe.run(document.body, OPTIONS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `dark, from the right: ${id} at ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
}

/** After a story's play, which the addon looks at light and from the left: throws with all that axe finds in the other theme and direction. Puts back what it has changed. */
export async function checkOtherSide(): Promise<void> {
  const { documentElement } = document;
  const { theme } = documentElement.dataset;
  const before = directed().map((element) => [element, element.dir] as const);
  const findings = await findingsInOther();
  for (const [element, dir] of before) element.dir = dir;
  if (theme === undefined) delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
  if (findings.length > 0) throw new Error(findings.join('\n'));
}
