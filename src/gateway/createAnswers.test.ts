import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMemoryAnswerStore, type AnswerStore, type KeptAnswer } from './answerStore.js';
import { createAnswers } from './createAnswers.js';

const answerOf = (status: number, body = ''): KeptAnswer => ({ status, contentType: 'application/json', body });

describe('createAnswers', () => {
  it('runs one after the other when the first fails while several wait', async () => {
    const answers = createAnswers(createMemoryAnswerStore());
    const log: string[] = [];
    const run = (name: string, status: number) => async (): Promise<KeptAnswer> => {
      log.push(name);
      await Promise.resolve();
      return answerOf(status, name);
    };
    const all = await Promise.all([
      answers.once('k', run('first', 503)),
      answers.once('k', run('second', 200)),
      answers.once('k', run('third', 200)),
    ]);
    expect(all.map(({ body }) => body)).toEqual(['first', 'second', 'second']);
    expect(log).toEqual(['first', 'second']);
  });

  it('tells what still runs after a while that a repeat waits, so that a dead connection makes room', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const answers = createAnswers(createMemoryAnswerStore());
    const dead = answers.once('k', (repeated) => {
      return new Promise((_, reject) => repeated.addEventListener('abort', () => reject(new Error('given up'))));
    });
    const given = answers.once('k', async () => answerOf(200, 'second'));
    const ended = dead.catch((thrown: unknown) => String(thrown));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await ended).toBe('Error: given up');
    expect(vi.getTimerCount()).toBe(0);
    expect(await given).toEqual(answerOf(200, 'second'));
  });

  it('gives the answer though it cannot be kept', async () => {
    const store: AnswerStore = { get: async () => undefined, set: () => Promise.reject(new Error('disk full')) };
    expect(await createAnswers(store).once('k', async () => answerOf(200))).toEqual(answerOf(200));
  });

  it('sends nothing when it cannot tell whether there is an answer', async () => {
    const store: AnswerStore = { get: () => Promise.reject(new Error('no connection')), set: async () => {} };
    let isRun = false;
    const once = createAnswers(store).once('k', async () => {
      isRun = true;
      return answerOf(200);
    });
    await expect(once).rejects.toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
    expect(isRun).toBe(false);
  });

  it('finds in a store that outlives it what another one kept', async () => {
    const store = createMemoryAnswerStore();
    await createAnswers(store).once('k', async () => answerOf(200, 'first'));
    expect(await createAnswers(store).once('k', async () => answerOf(200, 'second'))).toEqual(answerOf(200, 'first'));
  });
});
