import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatUtc, howLongAgo } from './units.js';

describe('sizes, times and dates', () => {
  it.each([
    [579, '579 B'],
    [44_623, '44.6 KB'],
    [1_000_000, '1 MB'],
    [1_921_453, '1.9 MB'],
    [10_000_000_000, '10 GB'],
  ])('write %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [5, '00:05'],
    [73, '01:13'],
    [3_661, '01:01:01'],
  ])('write %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    [59, 'moments ago'],
    [60, '1 minute ago'],
    [7_200, '2 hours ago'],
    [86_400, '1 day ago'],
    [3 * 31_536_000, '3 years ago'],
  ])('write %d seconds since as %s', (seconds, text) => {
    expect(howLongAgo(0, seconds * 1_000)).toBe(text);
  });

  it('write a moment in UTC', () => {
    expect(formatUtc(Date.UTC(2026, 0, 31, 23, 59, 59))).toBe('2026-01-31 23:59:59');
  });
});
