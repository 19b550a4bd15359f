import { describe, expect, it } from 'vitest';
import { networkOf } from '../http/visitors.js';
import { createAttempts, waitMessage } from './attempts.js';

const times = (count: number, act: () => number): number[] => Array.from({ length: count }, act);

describe('attempts', () => {
  it('are ten in ten minutes for each address', () => {
    const attempts = createAttempts();
    expect(times(10, () => attempts.begin('1.2.3.4', 0))).toEqual(Array(10).fill(0));
    expect(attempts.begin('1.2.3.4', 60_000)).toBe(540_000);
    expect(attempts.begin('1.2.3.5', 60_000)).toBe(0);
    expect(attempts.begin('1.2.3.4', 600_001)).toBe(0);
  });

  it('are not longer to wait for by those who keep trying', () => {
    const attempts = createAttempts();
    times(50, () => attempts.begin('1.2.3.4', 0));
    expect(attempts.begin('1.2.3.4', 600_000)).toBe(0);
  });

  it('keep nobody out when the clock is set back', () => {
    const attempts = createAttempts();
    times(10, () => attempts.begin('1.2.3.4', 9_000_000));
    expect(attempts.begin('1.2.3.4', 0)).toBe(0);
  });

  it('do not count when they were right, and leave the wrong ones', () => {
    const attempts = createAttempts();
    times(9, () => attempts.begin('1.2.3.4', 0));
    attempts.begin('1.2.3.4', 1);
    attempts.forgive('1.2.3.4', 1);
    expect(attempts.begin('1.2.3.4', 2)).toBe(0);
    expect(attempts.begin('1.2.3.4', 3)).toBeGreaterThan(0);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
    ['::1', '0:0:0:0::'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2::9', '2001:db8:1:2::'],
    ['2001:db8::9', '2001:db8:0:0::'],
  ])('of %s count for %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('tell how long to wait', () => {
    expect(waitMessage(60_000)).toBe('Too many attempts. Please wait 1 minute.');
    expect(waitMessage(60_001)).toBe('Too many attempts. Please wait 2 minutes.');
  });
});
