import { mediaBytes } from './box.js';
import { test } from './coreFixture.js';
import { expect } from './fixtures.js';

interface Run {
  readonly apiKey: string;
  readonly stem: string;
  readonly pictureBase64: string;
  readonly count: number;
  readonly sizeBytes: number;
}

/** Files straight to V1.1, without idempotency keys; how each of them ended. */
const sendAll = async ({ apiKey, stem, pictureBase64, count, sizeBytes }: Run): Promise<string[]> => {
  const core = droplineCore;
  const client = core.createApiClient({ endpoint: '/api/1/upload', getHeaders: () => ({ 'X-API-Key': apiKey }) });
  const uploader = core.createUploader({ client });
  const picture = Uint8Array.from(atob(pictureBase64), (char) => char.charCodeAt(0));
  const padding = new Uint8Array(sizeBytes);
  const files = Array.from({ length: count }, (_, at) => new File([picture, padding, `${at}`], `${stem}-${at}.png`));
  await uploader.add(files);
  uploader.start();
  await new Promise<void>((resolve) => {
    uploader.subscribe((state) => core.batchTotalsOf(state).pendingCount === 0 && resolve());
  });
  return core.itemsOf(uploader.getState()).map((item) => item.status);
};

const names = ({ stem, count }: Run): string[] => Array.from({ length: count }, (_, at) => `${stem}-${at}.png`);
const pictureBase64 = mediaBytes('a.png').toString('base64');

test('straight to V1.1, what breaks before its last byte is sent again and stored once', async ({ corePage, fault, app }) => {
  await fault('cut=500;times=2;id=direct-cut');
  // Longer than what the sockets between browser and server hold.
  const run = { apiKey: app.apiKey, stem: 'direct-cut', pictureBase64, count: 3, sizeBytes: 20_000_000 };
  expect(await corePage.evaluate(sendAll, run)).toEqual(['uploaded', 'uploaded', 'uploaded']);
  expect((await app.storedNames()).filter((name) => name.startsWith(run.stem))).toEqual(names(run));
});

test('straight to V1.1, a lost answer is left to the person: nothing is lost, nothing sent twice', async ({ corePage, fault, app }) => {
  await fault('half-answer;times=3;id=direct-lost');
  const run = { apiKey: app.apiKey, stem: 'direct-lost', pictureBase64, count: 9, sizeBytes: 0 };
  const statuses = await corePage.evaluate(sendAll, run);
  expect(statuses.filter((status) => status === 'unknown')).toHaveLength(3);
  expect(statuses.filter((status) => status === 'uploaded')).toHaveLength(6);
  expect((await app.storedNames()).filter((name) => name.startsWith(run.stem))).toEqual(names(run));
});
