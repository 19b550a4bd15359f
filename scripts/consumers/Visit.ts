import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright';

const PHOTO = readFileSync(resolve(import.meta.dirname, '../../fixtures/media/photo.jpg'));
const WITHIN_MS = 20_000;

/** A person on the page of an app. */
export interface Visit {
  readonly page: Page;
  /** Box number `at` of the page, from 0. */
  box(at: number): Locator;
  /** Chooses a photo that nobody has sent before, sees its preview, sends it and sees it arrive. */
  upload(box: Locator): Promise<void>;
  /** What the console, the page, its policy or its workers complained of. */
  complaints(): Promise<readonly string[]>;
  /** @throws when there are complaints, or when no worker did any work */
  end(): Promise<void>;
}

/** What only the page itself can see, from its first script on. */
function watchPage(): void {
  const seen = { violations: [] as string[], workerReplies: 0, workerErrors: 0 };
  Object.assign(globalThis, { seenByTest: seen });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    seen.violations.push(`${effectiveDirective} blocked ${blockedURI || 'inline'} ${sample} at ${sourceFile}`),
  );
  const BrowserWorker = Worker;
  globalThis.Worker = class extends BrowserWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', () => (seen.workerReplies += 1));
      this.addEventListener('error', () => (seen.workerErrors += 1));
    }
  };
}

interface Seen {
  readonly violations: readonly string[];
  readonly workerReplies: number;
  readonly workerErrors: number;
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { seenByTest: Seen }).seenByTest);

export async function openVisit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(WITHIN_MS);
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(watchPage);
  await page.goto(url);
  const complaints = async (): Promise<readonly string[]> => {
    const { violations, workerErrors } = await seenBy(page);
    return [...heard, ...violations, ...(workerErrors > 0 ? [`${workerErrors} workers failed`] : [])];
  };
  return {
    page,
    box: (at) => page.locator('[data-part=uploader]').nth(at),
    upload,
    complaints,
    async end() {
      const all = await complaints();
      if (all.length > 0) throw new Error('The page complained.');
      if ((await seenBy(page)).workerReplies === 0) throw new Error('No worker has answered.');
      await page.close();
    },
  };
}

let photoCount = 0;

/** What stands behind the end of a JPEG changes its bytes, not its picture. */
export const newPhoto = () => ({
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([PHOTO, Buffer.from(`photo ${++photoCount}`)]),
});

async function upload(box: Locator): Promise<void> {
  // The box has asked its host, so the page is no longer only what a server has rendered.
  await box.locator('[data-part=limit-size]').waitFor();
  await expectColours(box);
  await box.locator('[data-part=file-input]').setInputFiles(newPhoto());
  await seePreview(box);
  await box.locator('[data-part=start]').click();
  await seeSuccess(box);
}

/** Build tools write colours anew for browsers older than ours, and each theme has to come out of it. */
const expectColours = (box: Locator): Promise<void> =>
  expectInBothThemes(box, 'background-color', { light: 'rgb(255, 255, 255)', dark: 'rgb(25, 27, 31)' });

export async function expectInBothThemes(part: Locator, property: string, wanted: Record<'light' | 'dark', string>): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await part.page().emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // or colours only begin to change
    const shown = await part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    if (shown !== wanted[colorScheme])
      throw new Error(`In a ${colorScheme} theme ${property} is ${shown} instead of ${wanted[colorScheme]}.`);
  }
}

/** A preview comes as an address of the page itself, and decodes. */
export async function seePreview(box: Locator): Promise<void> {
  const preview = box.locator('img[data-part=tile-preview]').first();
  await preview.waitFor();
  const width = await preview.evaluate(async (image: HTMLImageElement) => (await image.decode(), image.naturalWidth));
  if (width === 0) throw new Error('The preview shows nothing.');
}

export const seeSuccess = (box: Locator): Promise<void> => box.locator('[data-part=results][data-outcome=success]').waitFor();
