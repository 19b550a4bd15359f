import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDuplicateFinder } from './createDuplicateFinder.js';
import { sha256Of } from './sha256.js';

/** Over one chunk, with its end in the middle of the next. */
const bytes = Uint8Array.from({ length: 5_000_001 }, (_, at) => at % 251);
const file = (name: string, content: Uint8Array<ArrayBuffer> = bytes): File => new File([content], name);

describe('sha256Of', () => {
  it('is the SHA-256 of the whole file, however many chunks it is read in', async () => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(await sha256Of(file('a'))).toBe(hex);
  });
});

describe('createDuplicateFinder', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['in a worker', 'on the page, where no worker can be had'])('finds the same bytes %s', async (place) => {
    if (place !== 'in a worker') vi.stubGlobal('Worker', undefined);
    const finder = createDuplicateFinder();
    expect(await finder.find('item-1', file('a.png'))).toBe(null);
    expect(await finder.find('item-2', file('b.png', bytes.with(4_999_999, 0)))).toBe(null);
    expect(await finder.find('item-3', file('c.png'))).toBe('item-1');
    finder.release('item-1');
    expect(await finder.find('item-4', file('d.png'))).toBe(null);
    finder.destroy();
  });

  it('reads nothing of a file whose size no other has', async () => {
    const finder = createDuplicateFinder();
    const lonely = file('a.png', bytes.slice(0, 100));
    const read = vi.spyOn(lonely, 'slice');
    await finder.find('item-1', lonely);
    await finder.find('item-2', file('b.png'));
    expect(read).not.toHaveBeenCalled();
    finder.destroy();
  });
});
