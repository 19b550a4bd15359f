import { nowMs } from '../shared/clock.js';

/** An upstream's answer, kept so that a repeat gets the same one. */
export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The header `Retry-After`; only refusals have one, and those are not kept. */
  readonly retryAfter?: string;
}

/** Where answers are kept. With several gateways, or to survive a restart, give one that they share. */
export interface AnswerStore {
  get(key: string): Promise<KeptAnswer | undefined>;
  set(key: string, answer: KeptAnswer): Promise<void>;
}

const MOST_ANSWERS = 1_000;
const LONGEST_MS = 86_400_000;

/** Keeps the latest answers of this process: the oldest go first, and none lives longer than a day. */
export function createMemoryAnswerStore(): AnswerStore {
  const answers = new Map<string, { readonly answer: KeptAnswer; readonly atMs: number }>();
  return {
    get: async (key) => {
      const kept = answers.get(key);
      return kept && nowMs() - kept.atMs < LONGEST_MS ? kept.answer : undefined;
    },
    set: async (key, answer) => {
      answers.set(key, { answer, atMs: nowMs() });
      const oldest = answers.keys().next();
      if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value);
    },
  };
}
