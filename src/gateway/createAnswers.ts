import type { AnswerStore, KeptAnswer } from './answerStore.js';
import { delay } from '../shared/delay.js';
import { GatewayError } from './GatewayError.js';

/** Makes a repeat under the same key get the first answer. */
export interface Answers {
  /**
   * The kept answer, or that of the same upload still running, or what `run` gives. Only a success is kept: a repeat after a failure runs again.
   * `run` is told by its signal that a repeat has come and still waits: what has not sent everything by then is on a dead connection and has to make room.
   */
  once(key: string | null, run: (repeated: AbortSignal) => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

/** How long a repeat waits for one that still sends. */
const MAKE_ROOM_MS = 2_000;

interface Running {
  readonly answer: Promise<KeptAnswer>;
  readonly repeated: AbortController;
}

const isSuccess = ({ status }: KeptAnswer): boolean => status >= 200 && status < 300;

/** @param store where successes are kept */
export function createAnswers(store: AnswerStore): Answers {
  const running = new Map<string, Running>();

  async function runAndKeep(key: string, run: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const answer = await run();
    // The file is stored: a store that fails now must not take its answer away.
    if (isSuccess(answer)) await store.set(key, answer).catch(() => {});
    return answer;
  }

  return {
    async once(key, run) {
      const repeated = new AbortController();
      const runOnce = (): Promise<KeptAnswer> => run(repeated.signal);
      if (key === null) return runOnce();
      // Whether the file is stored cannot be told then, so nothing is sent.
      const kept = await store.get(key).catch(() => {
        throw new GatewayError(503, 'The kept answers cannot be read', { 'Retry-After': '5' });
      });
      if (kept) return kept;
      for (let first = running.get(key); first; first = running.get(key)) {
        const answer = await waitFor(first);
        if (answer && isSuccess(answer)) return answer;
      }
      const own = { repeated, answer: runAndKeep(key, runOnce) };
      running.set(key, own);
      try {
        return await own.answer;
      } finally {
        if (running.get(key) === own) running.delete(key);
      }
    },
  };
}

/** The answer of one that runs; null when it failed. */
async function waitFor({ answer, repeated }: Running): Promise<KeptAnswer | null> {
  const settled = new AbortController();
  delay(MAKE_ROOM_MS, settled.signal).then(
    () => repeated.abort(),
    () => {},
  );
  try {
    return await answer.catch(() => null);
  } finally {
    settled.abort();
  }
}
