import { describe, expect, it } from 'vitest';
import { rateOf, withSample } from './rateMeter.js';

const samples = (...pairs: [atMs: number, sentBytes: number][]) =>
  pairs.reduce<Parameters<typeof rateOf>[0]>((list, [atMs, sentBytes]) => withSample(list, { atMs, sentBytes }), []);

describe('rateOf', () => {
  it('gives bytes per second and seconds left over the window', () => {
    expect(rateOf(samples([0, 0], [2000, 4000]), 10_000)).toEqual({ bytesPerSecond: 2000, secondsLeft: 3 });
  });
  it('says nothing before a second has passed', () => {
    expect(rateOf(samples([0, 0], [500, 4000]), 10_000)).toEqual({ bytesPerSecond: null, secondsLeft: null });
  });
  it('knows no end when nothing moves', () => {
    expect(rateOf(samples([0, 100], [2000, 100]), 10_000)).toEqual({ bytesPerSecond: 0, secondsLeft: null });
  });
  it('forgets what is older than the window', () => {
    expect(rateOf(samples([0, 0], [10_000, 0], [12_000, 2000]), 10_000).bytesPerSecond).toBe(1000);
  });
  it('starts over when the count falls', () => {
    expect(rateOf(samples([0, 5000], [2000, 100]), 10_000).bytesPerSecond).toBeNull();
  });
});
