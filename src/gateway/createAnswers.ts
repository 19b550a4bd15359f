import type { AnswerStore, KeptAnswer } from './answerStore.js';

/** Makes a repeat under the same key get the first answer. */
export interface Answers {
  /** The kept answer, or that of the same upload still running, or what `run` gives. Only a success is kept: a repeat after a failure runs again. */
  once(key: string | null, run: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

/** @param store where successes are kept */
export function createAnswers(store: AnswerStore): Answers {
  const running = new Map<string, Promise<KeptAnswer>>();

  async function runAndKeep(key: string, run: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const answer = await run();
    if (answer.status >= 200 && answer.status < 300) await store.set(key, answer);
    return answer;
  }

  return {
    async once(key, run) {
      if (key === null) return run();
      const kept = await store.get(key);
      if (kept) return kept;
      const first = running.get(key);
      if (first) {
        const answer = await first.catch(() => null);
        if (answer && answer.status < 300) return answer;
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
