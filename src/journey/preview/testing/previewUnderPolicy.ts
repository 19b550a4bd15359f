import { createPreviewer } from '../createPreviewer.js';

/** What happened in a page of its own: the test loads this file there, under a Content-Security-Policy. */
export interface PolicyReport {
  readonly workerUrls: readonly string[];
  readonly violations: readonly string[];
  readonly widthPx: number;
}

/** Vitest rewrites dynamic imports to go through this, which a page of its own lacks. */
Object.assign(window, { ['__vitest_browser_runner__']: { wrapDynamicImport: <T>(load: () => T): T => load() } });

const workerUrls: string[] = [];
const violations: string[] = [];
const OwnWorker = window.Worker;
window.Worker = class extends OwnWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    workerUrls.push(String(url));
  }
};
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective} ${blockedURI}`),
);

async function previewSquare(): Promise<void> {
  const canvas = new OffscreenCanvas(800, 600);
  canvas.getContext('2d');
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const previewer = createPreviewer({
    onChange(_, preview) {
      if (preview.status !== 'made' && preview.status !== 'undecodable') return;
      const widthPx = preview.status === 'made' ? preview.widthPx : 0;
      previewer.destroy();
      window.parent.postMessage({ workerUrls, violations, widthPx } satisfies PolicyReport);
    },
  });
  previewer.want([{ id: 'item-1', file: new File([blob], 'square.png'), format: 'png' }]);
}

void previewSquare();
