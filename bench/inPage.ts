import type { OpenSubject } from './openSubject.js';

/** What the measures use inside the page; put there once by `prepare`. */
export interface Kit {
  /** A drop that is ready: making it costs time that is not the page's. */
  transfer: DataTransfer | null;
  longTasks: number[];
  frames: number[];
  drop(): void;
  isFrame(): Promise<number>;
  watch(): void;
  unwatch(): void;
}

declare global {
  interface Window {
    kit?: Kit;
  }
}

/** Runs in the page, so it may use nothing from outside itself. */
function install(): void {
  let running = false;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kit.longTasks.push(entry.duration);
  });
  const isFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const kit: Kit = {
    transfer: null,
    longTasks: [],
    frames: [],
    isFrame,
    drop() {
      const target = document.querySelector('[data-part="uploader"]') ?? document.body;
      const { transfer } = kit;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
      kit.transfer = null;
    },
    watch() {
      kit.longTasks = [];
      kit.frames = [];
      running = true;
      observer.observe({ type: 'longtask' });
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
    },
  };
  window.kit = kit;
}

export async function prepare({ page }: OpenSubject): Promise<void> {
  // The compiler that runs this file wraps functions to keep their names; the page does not know its wrapper.
  await page.evaluate('globalThis.__name = (it) => it');
  await page.evaluate(install);
}

/** Real small PNGs, each of another length, as one drop that `kit.drop` does. */
export async function makeSmallFiles({ page }: OpenSubject, count: number, paddingBytes = 0): Promise<void> {
  await page.evaluate(
    async ([wanted, padding]) => {
      const canvas = new OffscreenCanvas(64, 48);
      const context = canvas.getContext('2d');
      context?.fillRect(8, 8, 20, 20);
      const picture = await canvas.convertToBlob({ type: 'image/png' });
      const shared = new Blob([new Uint8Array(padding)]);
      const transfer = new DataTransfer();
      for (let at = 0; at < wanted; at++) {
        transfer.items.add(
          new File([picture, shared, 'x'.repeat(at % 1000)], `IMG_${String(at).padStart(5, '0')}.png`, { type: 'image/png' }),
        );
      }
      if (window.kit) window.kit.transfer = transfer;
    },
    [count, paddingBytes] as const,
  );
}

/** Tasks below 50 ms are not reported by the browser: 0 stands for "none above". */
export async function longestTask({ page }: OpenSubject): Promise<number> {
  return page.evaluate(async () => {
    await window.kit?.isFrame();
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.kit?.unwatch();
    return Math.max(0, ...(window.kit?.longTasks ?? []));
  });
}
