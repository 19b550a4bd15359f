import { describe, expect, it } from 'vitest';
import type { Album } from '../../api/contract.js';
import { findAlbums } from './findAlbums.js';
import { missingIn, toDraft, type AlbumInput } from './useAlbumDraft.js';

const INPUT: AlbumInput = { name: 'Trip', description: '', privacy: 'public', password: '', parentId: '' };

describe('what is said about an album', () => {
  it.each([
    [{ name: '   ' }, 'name'],
    [{ privacy: 'password' }, 'password'],
    [{ privacy: 'password', password: 'x' }, null],
    [{ privacy: 'private' }, null],
  ] as const)('lacks of %o: %s', (said, missing) => {
    expect(missingIn({ ...INPUT, ...said })).toBe(missing);
  });

  it('goes to the host without a password that is not asked for, and without a parent that is none', () => {
    const typed = { ...INPUT, name: ' Trip ', description: ' May ', password: 'secret' };
    expect(toDraft(typed)).toEqual({ name: 'Trip', description: 'May', privacy: 'public' });
    expect(toDraft({ ...typed, privacy: 'password', parentId: '7' })).toMatchObject({ password: 'secret', parentId: '7' });
  });
});

describe('the search among albums', () => {
  const named = (name: string, at: number): Album => ({
    id: String(at),
    name,
    url: null,
    privacy: 'public',
    imageCount: 0,
    parentId: null,
  });
  const albums = ['Été à Paris', 'Lisbon, May', 'ＬＩＳＢＯＮ', '里斯本'].map(named);
  const found = (search: string): string[] => findAlbums(albums, search).shown.map(({ name }) => name);

  it('shows all for nothing, in their order', () => {
    expect(found('  ')).toEqual(albums.map(({ name }) => name));
  });

  it('takes no notice of case, accents and widths', () => {
    expect(found('ete A')).toEqual(['Été à Paris']);
    expect(found('lisbon')).toEqual(['Lisbon, May', 'ＬＩＳＢＯＮ']);
    expect(found('斯')).toEqual(['里斯本']);
  });

  it('shows a hundred of thousands, and says how many there are', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => named(`Album ${at}`, at));
    expect(findAlbums(many, 'album')).toMatchObject({ foundCount: 3_000, shown: { length: 100 } });
    expect(findAlbums(many, '2999 album').shown).toEqual([many[2_999]]);
  });
});
