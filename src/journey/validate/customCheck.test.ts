import { describe, expect, it } from 'vitest';
import { runCustomCheck, type CustomCheck } from './customCheck.js';

const facts = { name: 'a.png', sizeBytes: 1, format: 'png', path: null } as const;
const run = (check: unknown) => runCustomCheck(check as CustomCheck, new File(['x'], 'a.png'), facts, new AbortController().signal);

describe('runCustomCheck', () => {
  it.each([
    ['null', () => null],
    ['nothing', () => {}],
    ['nothing, later', () => Promise.resolve()],
  ])('takes the file when the check answers %s', async (_, check) => {
    expect(await run(check)).toBeNull();
  });

  it.each([
    ['a sentence', () => 'Not on Sundays.', 'Not on Sundays.'],
    ['by throwing', () => JSON.parse('{'), expect.any(String)],
    // oxlint-disable-next-line prefer-promise-reject-errors -- an app's check may reject with anything
    ['by rejecting with words', () => Promise.reject('Down.'), 'Down.'],
  ])('refuses it when the check answers %s', async (_, check, message) => {
    expect(await run(check)).toEqual({ code: 'validate.custom', message });
  });
});
