import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from './readRange.js';

const anyHeader = fc.oneof(
  fc.string(),
  fc.tuple(fc.nat(200), fc.nat(200)).map(([from, to]) => `bytes=${from}-${to}`),
  fc.nat(200).map((from) => `bytes=${from}-`),
  fc.nat(200).map((length) => `bytes=-${length}`),
);

describe('readRange', () => {
  it('gives of any header a part that lies within the file, or none', () => {
    fc.assert(
      fc.property(anyHeader, fc.integer({ min: 1, max: 100 }), (header, size) => {
        const range = readRange(header, size);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });

  it('takes no header for the whole', () => {
    expect(readRange(undefined, 10)).toBeNull();
  });
});
