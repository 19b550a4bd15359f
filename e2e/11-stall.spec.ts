import { mediaBytes } from './box.js';
import { test } from './coreFixture.js';
import { expect } from './fixtures.js';

interface Run {
  readonly stem: string;
  readonly pictureBase64: string;
}

/** Six long files through the gateway, by a client that waits a second for a line that stands still. */
const sendSix = async ({ stem, pictureBase64 }: Run): Promise<string[]> => {
  const core = droplineCore;
  const client = core.createGatewayClient({ baseUrl: '/gateway', timeouts: { stallMs: 1_000 } });
  const uploader = core.createUploader({ client });
  const picture = Uint8Array.from(atob(pictureBase64), (char) => char.charCodeAt(0));
  await uploader.add(Array.from({ length: 6 }, (_, at) => new File([picture, new Uint8Array(20_000_000), `${at}`], `${stem}-${at}.png`)));
  uploader.start();
  await new Promise<void>((resolve) => {
    uploader.subscribe((state) => core.batchTotalsOf(state).pendingCount === 0 && resolve());
  });
  return core.itemsOf(uploader.getState()).map((item) => item.status);
};

test('lines that stand still are given up, and each file is stored exactly once', async ({ corePage, fault, app }) => {
  await fault('stall=100000;times=3;id=stalls');
  const run = { stem: 'stall', pictureBase64: mediaBytes('a.png').toString('base64') };
  expect(await corePage.evaluate(sendSix, run)).toEqual(Array(6).fill('uploaded'));
  const stored = (await app.storedNames()).filter((name) => name.startsWith('stall'));
  expect(stored).toEqual(['stall-0.png', 'stall-1.png', 'stall-2.png', 'stall-3.png', 'stall-4.png', 'stall-5.png']);
});
