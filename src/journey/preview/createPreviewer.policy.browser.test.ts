import { afterEach, expect, it } from 'vitest';
import type { PolicyReport } from './testing/previewUnderPolicy.js';

afterEach(() => document.querySelector('iframe')?.remove());

/** A page of its own whose policy allows only what its own host serves. */
function reportUnder(policy: string): Promise<PolicyReport> {
  const frame = document.createElement('iframe');
  const script = new URL('./testing/previewUnderPolicy.ts', import.meta.url).href;
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="${script}"></script>`;
  const report = new Promise<PolicyReport>((resolve) => {
    window.addEventListener('message', ({ data, source }) => source === frame.contentWindow && resolve(data as PolicyReport));
  });
  document.body.append(frame);
  return report;
}

it('makes its pictures in a worker where a policy allows only worker files of the page itself', async () => {
  const { workerUrls, violations, widthPx } = await reportUnder("default-src 'self'; worker-src 'self'; connect-src 'self' ws:");
  expect({ violations, widthPx }).toEqual({ violations: [], widthPx: 800 });
  expect(workerUrls.map((url) => new URL(url, location.href).origin)).toEqual([location.origin]);
});

it('makes them on the page where a policy forbids all workers', async () => {
  const { violations, widthPx } = await reportUnder("default-src 'self'; worker-src 'none'; connect-src 'self' ws:");
  expect(widthPx).toBe(800);
  expect(violations).toContainEqual(expect.stringMatching(/^worker-src/));
});
