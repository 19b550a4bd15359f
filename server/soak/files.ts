import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';

const MEDIA = resolve(import.meta.dirname, '../../fixtures/media');
/** Of the settings that the soak runs with. */
export const MAX_BYTES = 1_000_000;

export type SentKind = 'good' | 'wrong' | 'huge';

export interface SentBytes {
  readonly extension: string;
  readonly bytes: Buffer;
}

/** Those that are stored byte for byte; those that are refused for what they are; and one for its length. */
export function loadFiles(): Record<SentKind, readonly SentBytes[]> {
  const read = (name: string): SentBytes => ({ extension: extname(name), bytes: readFileSync(resolve(MEDIA, name)) });
  // Pictures are what most people send; a video takes a hundred times as long.
  const pictures = ['a.png', 'anim.gif', 'anim.webp', 'still.webp', 'plain.jpg', 'noorient.jpg', 'anim.png', 'still.avif'];
  const huge = { extension: '.png', bytes: Buffer.concat([read('a.png').bytes, Buffer.alloc(2 * MAX_BYTES)]) };
  return {
    good: [...pictures, ...pictures, 'clip.mp4', 'clip.webm'].map(read),
    wrong: ['note.txt', 'fake.png', 'corrupt.png', 'zero.png', 'doc.pdf', 'tone.mp3'].map(read),
    huge: [huge],
  };
}
