import { afterEach, expect, it, vi } from 'vitest';
import { NotLoadedError } from '../../shared/loaded.js';
import { createShrinker } from './createShrinker.js';

afterEach(() => vi.doUnmock('./shrinkPicture.js'));

it('says when what does it did not come, and asks for it again with the next picture', async () => {
  const shrinker = createShrinker();
  const shrink = () => shrinker.shrink(new File([], 'a.png'), 'png', { maxBytes: 1, formats: ['png'] }, new AbortController().signal);
  vi.doMock('./shrinkPicture.js', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(shrink()).rejects.toThrow(NotLoadedError);
  const impossible = { status: 'impossible', reason: 'animated' } as const;
  vi.doMock('./shrinkPicture.js', () => ({ shrinkPicture: async () => impossible }));
  expect(await shrink()).toEqual(impossible);
  shrinker.destroy();
});
