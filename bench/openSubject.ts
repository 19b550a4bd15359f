import { existsSync, readFileSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { launchOptions } from '../scripts/findBrowser.js';
import type { SubjectName } from './buildPages.js';

const PAGE_KIB = 4;

/** One subject in a browser of its own, so that no run leaves anything to the next. */
export interface OpenSubject {
  readonly name: SubjectName;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** What the page's process has in memory now; null where the system does not tell (only Linux does). */
  rendererMb(): number | null;
  collectGarbage(): Promise<void>;
  /** One value of CDP's `Performance.getMetrics`. */
  metric(name: string): Promise<number>;
  close(): Promise<void>;
}

export async function openSubject(url: string, name: SubjectName): Promise<OpenSubject> {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => console.error(`${name}: ${error.stack ?? error.message}`));
  await page.goto(`${url}/${name}.html`);
  await page.waitForFunction(() => window.subject !== undefined && document.readyState === 'complete');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return {
    name,
    page,
    cdp,
    rendererMb: () => residentMb(pids),
    collectGarbage: async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
    },
    metric: async (wanted) => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find((each) => each.name === wanted)?.value ?? 0;
    },
    close: () => browser.close(),
  };
}

function residentMb(pids: readonly number[]): number | null {
  const paths = pids.map((pid) => `/proc/${pid}/statm`).filter((path) => existsSync(path));
  if (paths.length === 0) return null;
  const pages = paths.map((path) => Number(readFileSync(path, 'utf8').split(' ')[1]));
  return (pages.reduce((sum, each) => sum + each, 0) * PAGE_KIB) / 1024;
}
