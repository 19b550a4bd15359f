import { giveAndRest } from '../inPage.js';
import type { Measure } from '../Measure.js';
import { startAndWait } from './uploading.js';

/** Which the harness writes: a short film with a gigabyte of nothing at its end. */
export const GIGABYTE_FILE = 'gigabyte.mp4';

/** One file of a gigabyte. */
export const gigabyte = (folder: string): Measure => ({
  name: 'gigabyte',
  runs: 3,
  fileCount: 1,
  readings: [
    { name: 'wallMs', label: 'one 1 GB file: wall', unit: 'ms', budget: { timesRaw: 1.1 } },
    { name: 'growthMb', label: 'one 1 GB file: process grows by', unit: 'MB', budget: { most: 100 } },
  ],
  async run(subject) {
    const { page } = subject;
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'bench-input' });
      document.documentElement.append(input);
    });
    await page.setInputFiles('#bench-input', `${folder}/${GIGABYTE_FILE}`);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      for (const file of document.querySelector<HTMLInputElement>('#bench-input')?.files ?? []) transfer.items.add(file);
      document.querySelector('#bench-input')?.remove();
      window.hand.transfer = transfer;
    });
    await subject.collectGarbage();
    let wallMs: number | null = null;
    const growthMb = await subject.growthMb(async () => {
      await giveAndRest(subject, 1);
      ({ wallMs = null } = await startAndWait(subject, 1));
    });
    return { wallMs, growthMb };
  },
});
