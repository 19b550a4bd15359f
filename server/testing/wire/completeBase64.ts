import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const MEDIA = resolve(import.meta.dirname, '../../../fixtures/media');

/** How a base64 value was written in a recorded request. */
const WRITINGS: readonly ((base64: string) => string)[] = [
  (base64) => base64,
  (base64) => base64.replaceAll('+', '-').replaceAll('/', '_'),
  (base64) => base64.replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D'),
  (base64) => `data:image/png;base64,${base64}`,
];

const CANDIDATES = ['a.png', 'still.webp'].flatMap((name) => {
  const base64 = readFileSync(resolve(MEDIA, name)).toString('base64');
  return WRITINGS.map((write) => write(base64));
});

/** Gives a cut value (`…[N chars]`, N being the length of the whole word) its end back, where a fixture begins like it; else null. */
export function completeBase64(request: string): string | null {
  const [cut, quoted, bare, count = ''] = /(?:'([^']*)|(\S*))…\[(\d+) chars\]/.exec(request) ?? [];
  if (cut === undefined) return request;
  const word = quoted ?? bare ?? '';
  const value = word.replace(/^.*?(?:(?:source|image)=|"source": ")/, '');
  const whole = CANDIDATES.find((candidate) => candidate.startsWith(value));
  if (whole === undefined) return null;
  const head = word.slice(0, word.length - value.length);
  return request.replace(cut, `${quoted === undefined ? '' : "'"}${`${head}${whole}"}`.slice(0, Number(count))}`);
}
