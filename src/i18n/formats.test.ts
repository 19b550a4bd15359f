import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.js';

const en = createFormats('en');

describe('formats', () => {
  it('says 100 % only at the end', () => {
    expect([0, 0.004, 0.42, 0.999, 1].map(en.percent)).toEqual(['0%', '0%', '42%', '99%', '100%']);
  });

  it('writes sizes with three digits, in the units of the language', () => {
    expect([0, 1, 999, 1_000, 3_251_000, 104e6, 5e9].map(en.bytes)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '3.25 MB',
      '104 MB',
      '5 GB',
    ]);
    expect(createFormats('fr').bytes(3_251_000)).toBe('3,25\u202fMo');
  });

  it('writes speeds from kilobytes on', () => {
    expect([0, 500, 3_251_000, 2e9].map(en.bytesPerSecond)).toEqual(['0 kB/s', '0.5 kB/s', '3.25 MB/s', '2 GB/s']);
    expect(createFormats('de').bytesPerSecond(3_251_000)).toMatch(/^3,25\sMB\/s$/);
  });

  it('counts down, rounding up', () => {
    expect([0, 0.2, 42, 73, 3_725].map(en.clock)).toEqual(['0:00', '0:01', '0:42', '1:13', '1:02:05']);
  });

  it('counts down in the digits of the language', () => {
    expect(createFormats('ar-EG-u-nu-arab').clock(65)).toBe('١:٠٥');
  });

  it('keeps width before height for who reads from the right', () => {
    expect(en.pixels(6_000, null)).toBe('6000 × ∞');
    expect(createFormats('ar').pixels(6_000, 4_000)).toBe('\u20666000 × 4000\u2069');
  });

  it('says roughly how long', () => {
    expect([1, 42, 61, 3_601].map(en.duration)).toEqual(['5 seconds', '45 seconds', '2 minutes', '2 hours']);
  });
});
