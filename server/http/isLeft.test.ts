import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isLeft } from './isLeft.js';

const parser = new PassThrough();
const openPart = (...pushed: (Buffer | null)[]): Readable => {
  const part = new Readable({ read: () => undefined });
  for (const chunk of pushed) part.push(chunk);
  return part;
};

describe('a part of a form', () => {
  it('that has neither more nor an end is left', async () => {
    expect(await isLeft(openPart(), parser)).toBe(true);
  });

  it('that has more to give is not', async () => {
    expect(await isLeft(openPart(Buffer.from('a'), null), parser)).toBe(false);
  });

  it('whose last bytes are still on their way to the disk is not, and loses none of them', async () => {
    const part = openPart(Buffer.from('last'), null);
    const taken: string[] = [];
    for await (const chunk of part) {
      expect(await isLeft(part, parser)).toBe(false);
      taken.push(String(chunk));
    }
    expect(taken).toEqual(['last']);
  });

  it('that was given up is not', async () => {
    expect(await isLeft(openPart().destroy(), parser)).toBe(false);
  });

  it('is not while the parser has something to read', async () => {
    const busy = new PassThrough();
    busy.cork();
    busy.write('more');
    expect(await isLeft(openPart(), busy)).toBe(false);
  });
});
