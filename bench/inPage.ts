import type { Page } from 'playwright-core';
import type { OpenSubject } from './openSubject.js';

/** Files on their way into the page. */
export interface Hand {
  /** A drop that is ready: making it costs time that is not the page's. */
  transfer: DataTransfer | null;
  /** Hands over `transfer` and forgets it. */
  give(): void;
}

/** What tells how the page fares. */
export interface Kit {
  longTasks: number[];
  frames: number[];
  isFrame(): Promise<number>;
  watch(): void;
  unwatch(): void;
  /** Resolves half a second after the last change of the page, with the moment of that change. */
  rest(): Promise<number>;
}

declare global {
  interface Window {
    hand: Hand;
    kit: Kit;
    /** Object URLs that are made and not revoked. */
    openUrls: number;
  }
}

// These three run in the page before its own scripts, so they may use nothing from outside themselves.

function putHand(): void {
  const drop = (dataTransfer: DataTransfer | null): void => {
    const target = document.querySelector('[data-part="uploader"], [data-drop]') ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  };
  window.hand = {
    transfer: null,
    give() {
      const { transfer } = this;
      this.transfer = null;
      if (window.subject?.take) window.subject.take([...(transfer?.files ?? [])]);
      else drop(transfer);
    },
  };
}

function putKit(): void {
  const QUIET_MS = 500;
  let running = false;
  let lastChangeMs = 0;
  const changed = (): void => void (lastChangeMs = performance.now());
  const observer = new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      kit.longTasks.push(duration);
      lastChangeMs = Math.max(lastChangeMs, startTime + duration);
    }
  });
  const changes = new MutationObserver(changed);
  const isFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const kit: Kit = {
    longTasks: [],
    frames: [],
    isFrame,
    watch() {
      kit.longTasks = [];
      kit.frames = [];
      running = true;
      observer.observe({ type: 'longtask' });
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      document.addEventListener('load', changed, true);
      let lastMs = performance.now();
      const onFrame = (nowMs: number): void => {
        kit.frames.push(nowMs - lastMs);
        lastMs = nowMs;
        if (running) requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
    },
    unwatch() {
      for (const entry of observer.takeRecords()) kit.longTasks.push(entry.duration);
      running = false;
      observer.disconnect();
      changes.disconnect();
      document.removeEventListener('load', changed, true);
    },
    async rest() {
      changed();
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      while (performance.now() - lastChangeMs < QUIET_MS) await isFrame();
      return lastChangeMs;
    },
  };
  window.kit = kit;
}

function countUrls(): void {
  const { createObjectURL, revokeObjectURL } = URL;
  const made = new Set<string>();
  window.openUrls = 0;
  URL.createObjectURL = (object: Blob | MediaSource): string => {
    const url = createObjectURL.call(URL, object);
    made.add(url);
    window.openUrls = made.size;
    return url;
  };
  URL.revokeObjectURL = (url: string): void => {
    made.delete(url);
    window.openUrls = made.size;
    revokeObjectURL.call(URL, url);
  };
}

export async function prepare(page: Page): Promise<void> {
  // The compiler that runs this file wraps functions to keep their names; the page does not know its wrapper.
  await page.addInitScript('globalThis.__name = (it) => it');
  for (const script of [putHand, putKit, countUrls]) await page.addInitScript(script);
}

/**
 * Real small PNGs, each of another length, as one drop that `hand.give` does.
 *
 * @param padding what is put behind the picture, in the first `count` files
 */
export async function makeSmallFiles({ page }: OpenSubject, wanted: number, padding = { bytes: 0, count: 0 }): Promise<void> {
  await page.evaluate(
    async ([wantedCount, { bytes, count }]) => {
      const canvas = new OffscreenCanvas(64, 48);
      const context = canvas.getContext('2d');
      context?.fillRect(8, 8, 20, 20);
      const picture = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
      const shared = new Blob([new Uint8Array(bytes)]);
      const transfer = new DataTransfer();
      for (let at = 0; at < wantedCount; at++) {
        transfer.items.add(
          new File([picture, at < count ? shared : '', 'x'.repeat(at % 1000)], `IMG_${String(at).padStart(5, '0')}.png`, {
            type: 'image/png',
          }),
        );
      }
      window.hand.transfer = transfer;
    },
    [wanted, padding] as const,
  );
}

/** Hands over what is ready and watches until the page has taken `count` and is at rest; it is still watched then. */
export async function giveAndRest({ page }: OpenSubject, count: number): Promise<void> {
  await page.evaluate(() => {
    window.kit.watch();
    window.hand.give();
  });
  await page.waitForFunction((wanted) => (window.subject?.acceptedCount() ?? 0) >= wanted, count, { timeout: 0 });
  await page.evaluate(() => window.kit.rest());
}

/** Tasks below 50 ms are not reported by the browser: 0 stands for "none above". */
export async function longestTask({ page }: OpenSubject): Promise<number> {
  return page.evaluate(async () => {
    await window.kit.isFrame();
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.kit.unwatch();
    return Math.max(0, ...window.kit.longTasks);
  });
}

export const countElements = ({ page }: OpenSubject): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
