import { nowMs } from '../../shared/clock.js';
import { onOnline } from '../../shared/connection.js';
import { delay } from '../../shared/delay.js';
import type { AnyUploadError } from '../../shared/UploadError.js';
import type { ItemId, Waiting } from '../item.js';
import type { QueueStore } from './createQueueStore.js';
import { itemsOf } from './totals.js';

export interface PauseControl {
  pause(): void;
  /** Ends any pause; what waited for its end is queued again. */
  resume(): void;
  /** The host limits uploads: this item waits and the queue stands still, `afterMs` null: until a person resumes it. */
  rateLimited(id: ItemId, afterMs: number | null, error: AnyUploadError): void;
  offline(id: ItemId, error: AnyUploadError): void;
  /** Whether just one file may go, to try out if the host takes uploads again. */
  isProbing(): boolean;
  /** An attempt came to an end that was no rate limit: the host takes uploads. */
  passed(): void;
  /** After a cancel or removal: a pause that nothing waits for any more is over. */
  settle(): void;
  destroy(): void;
}

/** Why and until when the whole queue stands still: one reason at a time, the person's own over the others. */
export function createPauseControl(queue: QueueStore, onResumed: () => void): PauseControl {
  const { getState } = queue.store;
  let timer = new AbortController();
  let probing = false;
  let stopListening: (() => void) | null = null;

  function letGo(): void {
    timer.abort();
    timer = new AbortController();
    stopListening?.();
    stopListening = null;
  }

  function end(): void {
    letGo();
    queue.set({ pause: null });
    const waiting = itemsOf(getState()).filter((item) => item.status === 'waiting' && item.waiting.reason !== 'backOff');
    queue.sendAll(waiting.map((item) => [item.id, { type: 'queued' }]));
    onResumed();
  }

  function wait(id: ItemId, waiting: Waiting): void {
    queue.send(id, { type: 'waited', waiting });
  }

  return {
    isProbing: () => probing,
    passed: () => void (probing = false),
    pause() {
      letGo();
      queue.set({ pause: { reason: 'person' } });
    },
    resume: end,
    rateLimited(id, afterMs, error) {
      wait(id, { reason: 'rateLimit', error });
      probing = true;
      const { pause } = getState();
      const untilMs = afterMs === null ? null : nowMs() + afterMs;
      const standsLonger = pause?.reason === 'rateLimit' && (pause.untilMs === null || (untilMs !== null && pause.untilMs >= untilMs));
      if (standsLonger || pause?.reason === 'person') return;
      letGo();
      queue.set({ pause: { reason: 'rateLimit', untilMs, error } });
      if (afterMs !== null) delay(afterMs, timer.signal).then(end, () => {});
    },
    offline(id, error) {
      wait(id, { reason: 'offline', error });
      if (getState().pause) return;
      queue.set({ pause: { reason: 'offline' } });
      stopListening = onOnline(end);
    },
    settle() {
      const { pause } = getState();
      const isWaitedFor = itemsOf(getState()).some(
        ({ status }) => status === 'queued' || status === 'waiting' || status === 'uploading' || status === 'processing',
      );
      if (pause && !isWaitedFor) end();
    },
    destroy: letGo,
  };
}
