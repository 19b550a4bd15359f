import type { Locator, Page } from 'playwright';
import type { Consumer } from './Consumer.js';
import { expectInBothThemes, newPhoto, type Visit } from './Visit.js';

/** What every check has at hand. */
export interface Stage {
  readonly consumer: Consumer;
  /** Serves the app by a script of its package.json and visits its page; all is ended with the check. */
  visit(script?: string, env?: Readonly<Record<string, string>>): Promise<Visit>;
}

type Check = (stage: Stage) => Promise<void>;

/** By name of the folder in `consumers/`, the ones that most apps are like first. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'vite-react-19': async ({ visit }) => {
    const { page, box, upload, end } = await visit();
    await expectInBothThemes(box(0).locator('[data-part=browse]'), 'color', { light: 'rgb(15, 118, 110)', dark: 'rgb(94, 234, 212)' });
    await upload(box(0));
    await expectFieldValues(page, 'pictures', 1);
    await page.getByRole('button', { name: 'Add pictures' }).click();
    await upload(box(1));
    await page.getByRole('button', { name: 'Done' }).click();
    await expectFieldValues(page, 'pictures', 1);
    await end();
    await uploadInDevelopment(visit, new URL(page.url()).origin);
  },

  nextjs: uploadFromServed,

  'vite-react-18': async ({ visit }) => {
    const { page, box, upload, end } = await visit();
    await upload(box(0));
    await page.getByText('0 files').waitFor();
    await upload(box(1));
    await page.getByText('1 files').waitFor();
    await end();
    await uploadInDevelopment(visit, new URL(page.url()).origin);
  },
  'shadow-root': async ({ visit }) => {
    const { page, box, upload, end } = await visit();
    await upload(box(1));
    await expectTokens(box(1));
    await pasteInto(box(1));
    await box(1).getByRole('listitem', { name: 'pasted.jpg' }).waitFor();
    await upload(box(0));
    const count = await page.evaluate(() => document.adoptedStyleSheets.length + document.styleSheets.length);
    if (count > 0) throw new Error('The page itself has style sheets, so nothing is shown of those of the element.');
    await end();
  },

  'react-router': uploadFromServed,

  'import-map': async ({ visit }) => {
    const { page, box, upload, end } = await visit();
    await upload(box(0));
    // An import map does not reach into workers, and not each of them works with every upload.
    for (const path of WORKERS) await expectWorker(page, `/dropline/${path}`);
    await end();
  },
};

/** A page whose server renders the box, too. */
async function uploadFromServed({ visit }: Stage): Promise<void> {
  // Only the development build of React tells where browser and server differ.
  for (const script of ['start', 'dev']) {
    const { page, box, upload, end } = await visit(script);
    const served = await (await page.request.get(page.url())).text();
    if (!served.includes('data-part="uploader"')) throw new Error(`The page of "${script}" comes without the box.`);
    await upload(box(0));
    await uploadWithoutScript(page);
    await end();
  }
}

/** Whose script never comes posts the file by a form, and gets a page with its link. */
async function uploadWithoutScript(page: Page): Promise<void> {
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await plain.locator('[data-part=plain-form] input').setInputFiles(newPhoto());
  await plain.locator('[data-part=plain-form] button').click();
  await plain.getByRole('heading', { name: 'Upload complete' }).waitFor();
  await plain.getByRole('link').waitFor();
  await context.close();
}

/** The dev server serves the package otherwise than it is built; files go to the gateway of the app that runs already. */
async function uploadInDevelopment(visit: Stage['visit'], gateway: string): Promise<void> {
  const { box, upload, end } = await visit('dev', { GATEWAY: gateway });
  await upload(box(0));
  await end();
}

const WORKERS = ['journey/preview/picture', 'journey/shrink/shrink', 'journey/validate/hash', 'journey/validate/sniff'];

async function expectWorker(page: Page, path: string): Promise<void> {
  const isAlive = await page.evaluate(
    (url) =>
      new Promise<boolean>((resolve) => {
        const worker = new Worker(url, { type: 'module' });
        worker.addEventListener('message', () => resolve(true));
        worker.addEventListener('error', () => resolve(false));
        worker.postMessage({ callId: 1, request: null }); // nonsense, to which it answers that it could not do it
      }),
    `${path}.worker.js`,
  );
  if (!isAlive) throw new Error(`The worker ${path} does not start.`);
}

async function expectFieldValues(page: Page, name: string, count: number): Promise<void> {
  const values = await page.evaluate((field) => new FormData(document.forms[0]).getAll(field), name);
  const isRight = values.length === count && values.every((value) => typeof value === 'string' && URL.canParse(value));
  if (!isRight) throw new Error(`The form holds ${JSON.stringify(values)} under "${name}" instead of ${count} addresses.`);
}

async function expectTokens(box: Locator): Promise<void> {
  const gap = await box.evaluate((element) => getComputedStyle(element).getPropertyValue('--dl-space-4'));
  if (gap !== '16px') throw new Error(`The box has no tokens: --dl-space-4 is "${gap}".`);
}

/** As the browser does it: the event comes from inside the element, and from outside it seems to come from the element. */
async function pasteInto(box: Locator): Promise<void> {
  const bytes = [...newPhoto().buffer];
  await box.evaluate((element, photo) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.from(photo)], 'pasted.jpg', { type: 'image/jpeg' }));
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }));
  }, bytes);
}
