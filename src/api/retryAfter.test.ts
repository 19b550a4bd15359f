import { expect, it } from 'vitest';
import { retryAfterMs } from './retryAfter.js';

const NOW_MS = Date.UTC(2026, 10, 22, 4, 0, 0);

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 04:01:30 GMT', 90_000],
  ['Sun, 22 Nov 2026 03:00:00 GMT', 0],
  ['Sunday, 22-Nov-26 04:00:10 GMT', 10_000],
  ['99999999999999999999', 31_536_000_000],
  [null, null],
  ['', null],
  ['-5', null],
  ['soon', null],
  ['Sunday', null],
  ['1e3', null],
])('retryAfterMs reads %s as %s', (header, expected) => {
  expect(retryAfterMs(header, NOW_MS)).toBe(expected);
});
