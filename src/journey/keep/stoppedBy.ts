import type { Keeping } from '../state.js';

/** What a failed write or opening means for the person: no room, or not possible here. */
export const stoppedBy = (thrown: unknown): Keeping => ({
  status: 'stopped',
  reason: thrown instanceof DOMException && thrown.name === 'QuotaExceededError' ? 'full' : 'unavailable',
});
