import { chromium, type CDPSession, type Page } from 'playwright-core';
import { launchOptions } from '../scripts/findBrowser.js';
import { prepare } from './inPage.js';
import type { Measure } from './Measure.js';
import { growthMb, residentMb } from './residentMb.js';
import type { Served } from './servePages.js';
import type { SubjectName } from './subjects.js';

/** One subject in a browser of its own, so that no run leaves anything to the next. */
export interface OpenSubject {
  readonly name: SubjectName;
  readonly page: Page;
  readonly served: Served;
  readonly cdp: CDPSession;
  /** Resolves when the page's process dies, as one does that runs out of memory. */
  readonly crashed: Promise<void>;
  /** What the page's process has in memory now; null where the system does not tell (only Linux does). */
  rendererMb(): number | null;
  /** Runs `work`, and tells how much the page's process grew at its peak; null where the system does not tell. */
  growthMb(work: () => Promise<void>): Promise<number | null>;
  collectGarbage(): Promise<void>;
  /** What scripts hold after a collection. */
  heapBytes(): Promise<number>;
  /** Makes the processor so many times slower. */
  slowDown(times: number): Promise<void>;
  /** One value of CDP's `Performance.getMetrics`. */
  metric(name: string): Promise<number>;
  close(): Promise<void>;
}

export async function openSubject(served: Served, name: SubjectName, { query = '' }: Measure): Promise<OpenSubject> {
  // Who ends this process ends the browser; it must not go on without one.
  const browser = await chromium.launch({ ...launchOptions(), handleSIGTERM: false });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => console.error(`${name}: ${error.stack ?? error.message}`));
  const crashed = new Promise<void>((resolve) => void page.on('crash', () => resolve()));
  await prepare(page);
  await page.goto(`${served.url}/${name}${query}`);
  await page.waitForFunction(() => window.subject !== undefined && document.readyState === 'complete');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  served.sink.reset();
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const collectGarbage = async (): Promise<void> => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
  };
  const metric = async (wanted: string): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find((each) => each.name === wanted)?.value ?? 0;
  };
  return {
    name,
    page,
    served,
    cdp,
    crashed,
    rendererMb: () => residentMb(pids),
    growthMb: (work) => growthMb(pids, work),
    collectGarbage,
    heapBytes: async () => {
      await collectGarbage();
      return metric('JSHeapUsedSize');
    },
    slowDown: async (times) => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate: times })),
    metric,
    close: () => browser.close(),
  };
}
