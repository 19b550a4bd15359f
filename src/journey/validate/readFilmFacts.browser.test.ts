import { afterEach, describe, expect, it, vi } from 'vitest';
import clip from '../../../fixtures/media/clip.webm?url';
import { readFilmFacts } from './readFilmFacts.js';

afterEach(() => void vi.restoreAllMocks());

const film = async (): Promise<Blob> => (await fetch(clip)).blob();

describe('readFilmFacts', () => {
  it('tells how large and how long a film is', async () => {
    const facts = await readFilmFacts(await film());
    expect(facts!.widthPx).toBeGreaterThan(0);
    expect(facts!.durationSeconds).toBeGreaterThan(0);
  });

  it('tells the size of a recording that does not know its length', async () => {
    const { widthPx, heightPx } = (await readFilmFacts(await film()))!;
    vi.spyOn(HTMLMediaElement.prototype, 'duration', 'get').mockReturnValue(Infinity);
    expect(await readFilmFacts(await film())).toEqual({ widthPx, heightPx, durationSeconds: 0 });
  });
});
