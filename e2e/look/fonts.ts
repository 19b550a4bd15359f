import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';

const require = createRequire(import.meta.url);

/** Each with all its weights, and with the file names of its faces unlike those of any other. */
const STYLE_SHEETS = [
  require.resolve('@fontsource-variable/noto-sans/index.css'),
  require.resolve('@fontsource-variable/noto-sans-arabic/index.css'),
  require.resolve('@fontsource-variable/noto-sans-sc/index.css'),
  require.resolve('@fontsource-variable/noto-sans-mono/index.css'),
];

const STILL = readFileSync(join(import.meta.dirname, 'still.css'), 'utf8');

const FACES_AT = '/test-fonts/';

const TOKENS = `:root {
  --dl-font: 'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans SC Variable';
  --dl-font-mono: 'Noto Sans Mono Variable';
}`;

/** The faces by name, and where each file lies. */
function readFaces(): { css: string; pathOf: Map<string, string> } {
  const pathOf = new Map<string, string>();
  const css = STYLE_SHEETS.map((sheet) =>
    readFileSync(sheet, 'utf8').replaceAll(/url\(\.\/files\/([^)]+)\)/g, (_, file: string) => {
      pathOf.set(file, join(dirname(sheet), 'files', file));
      return `url(${FACES_AT}${file})`;
    }),
  );
  return { css: css.join('\n'), pathOf };
}

/** From the next address on, every text of the page is set in the fonts of our own packages, and what a moment decides is hidden. A constructed sheet needs no
 * exception from the page's policy. */
export async function dress(page: Page): Promise<void> {
  const { css, pathOf } = readFaces();
  await page.route(`**${FACES_AT}*`, (route, request) =>
    route.fulfill({ path: pathOf.get(basename(request.url())) ?? '', contentType: 'font/woff2' }),
  );
  await page.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, `${css}\n${TOKENS}\n${STILL}`);
}

/** Names of the fonts of this machine that drew a glyph; what decides how a picture looks has to be none of them. */
export async function systemFontsOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body, body *' });
  const used = await Promise.all(nodeIds.map((nodeId) => devtools.send('CSS.getPlatformFontsForNode', { nodeId })));
  await devtools.detach();
  return [...new Set(used.flatMap(({ fonts }) => fonts.flatMap((font) => (font.isCustomFont ? [] : [font.familyName]))))];
}
