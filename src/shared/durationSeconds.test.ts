import { expect, it } from 'vitest';
import { durationSeconds } from './durationSeconds.js';

it.each([
  ['PT5M', 300],
  ['PT12H', 43_200],
  ['P3D', 259_200],
  ['P2W', 1_209_600],
  ['P6M', 15_552_000],
  ['P1Y', 31_536_000],
  ['P1DT1H1S', 90_001],
  ['P', null],
  ['PT', null],
  ['P1DT', null],
  ['5M', null],
  ['', null],
])('durationSeconds reads %s as %s', (iso, seconds) => {
  expect(durationSeconds(iso)).toBe(seconds);
});
