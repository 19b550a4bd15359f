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
  /** @throws when the console, the page or its policy complained, or when no worker did any work */
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

export async function openVisit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(WITHIN_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(watchPage);
  await page.goto(url);
  return {
    page,
    box: (at) => page.locator('[data-part=uploader]').nth(at),
    upload,
    async end() {
      const seen = await page.evaluate(() => (globalThis as unknown as { seenByTest: Seen }).seenByTest);
      await page.close();
      complaints.push(...seen.violations);
      if (seen.workerReplies === 0) complaints.push('no worker has answered');
      if (seen.workerErrors > 0) complaints.push(`${seen.workerErrors} workers failed`);
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
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
  await box.locator('[data-part=dropzone] > input[type=file]').setInputFiles(newPhoto());
  await seePreview(box);
  await box.locator('[data-part=start]').click();
  await seeSuccess(box);
}

/** A preview comes as an address of the page itself, and decodes. */
export async function seePreview(box: Locator): Promise<void> {
  const preview = box.locator('img[data-part=tile-preview]').first();
  await preview.waitFor();
  const width = await preview.evaluate(async (image: HTMLImageElement) => (await image.decode(), image.naturalWidth));
  if (width === 0) throw new Error('The preview shows nothing.');
}

export const seeSuccess = (box: Locator): Promise<void> => box.locator('[data-part=results][data-outcome=success]').waitFor();
