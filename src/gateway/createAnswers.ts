import type { AnswerStore, KeptAnswer } from './answerStore.js';
import { GatewayError } from './GatewayError.js';

/** Makes a repeat under the same key get the first answer. */
export interface Answers {
  /** The kept answer, or that of the same upload still running, or what `run` gives. Only a success is kept: a repeat after a failure runs again. */
  once(key: string | null, run: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

const isSuccess = ({ status }: KeptAnswer): boolean => status >= 200 && status < 300;

/** @param store where successes are kept */
export function createAnswers(store: AnswerStore): Answers {
  const running = new Map<string, Promise<KeptAnswer>>();

  async function runAndKeep(key: string, run: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const answer = await run();
    // The file is stored: a store that fails now must not take its answer away.
    if (isSuccess(answer)) await store.set(key, answer).catch(() => {});
    return answer;
  }

  return {
    async once(key, run) {
      if (key === null) return run();
      // Whether the file is stored cannot be told then, so nothing is sent.
      const kept = await store.get(key).catch(() => {
        throw new GatewayError(503, 'The kept answers cannot be read', { 'Retry-After': '5' });
      });
      if (kept) return kept;
      for (let first = running.get(key); first; first = running.get(key)) {
        const answer = await first.catch(() => null);
        if (answer && isSuccess(answer)) return answer;
      }
      const own = runAndKeep(key, run);
      running.set(key, own);
      try {
        return await own;
      } finally {
        if (running.get(key) === own) running.delete(key);
      }
    },
  };
}
