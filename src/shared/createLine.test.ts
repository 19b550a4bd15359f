import { expect, it } from 'vitest';
import { createLine } from './createLine.js';

it('begins a task when the one before has ended, also when that has failed', async () => {
  const inTurn = createLine();
  const said: string[] = [];
  const tasks = ['a', 'b', 'c'].map((name) =>
    inTurn(async () => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
      if (name === 'b') throw new Error('b has failed');
      return name;
    }),
  );
  expect((await Promise.allSettled(tasks)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
