'use client';
import { useEffect, useState } from 'react';
import { nowMs } from '../shared/clock.js';
import { everySecond } from '../shared/everySecond.js';

/** Seconds until a time, counting down; 0 when it has passed. Re-renders about once a second. */
export function useSecondsLeft(untilMs: number): number {
  const [atMs, setAtMs] = useState(nowMs);
  useEffect(() => everySecond(() => setAtMs(nowMs())), []);
  return Math.max(0, (untilMs - atMs) / 1000);
}
