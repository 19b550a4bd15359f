import { describe, expect, it } from 'vitest';
import type { Album, AlbumDraft } from '../../api/contract.js';
import { UploadError } from '../../shared/UploadError.js';
import { createQueueStore } from '../queue/createQueueStore.js';
import { itemsOf } from '../queue/totals.js';
import { IMAGE, itemIn } from '../testing/items.js';
import { createFiler, type FilingTarget } from './createFiler.js';
import { planBatches } from './planBatches.js';

const DRAFT: AlbumDraft = { name: 'Holidays', description: '', privacy: 'private' };
const NEW: FilingTarget = { kind: 'new', draft: DRAFT };
const albumOf = (id: string, more: Partial<Album> = {}): Album => ({
  id,
  name: 'Holidays',
  url: null,
  privacy: 'private',
  imageCount: 0,
  parentId: null,
  ...more,
});

/** A host that knows its albums; each of its ways fails as often as it is told to. */
function createHost() {
  const albums: { album: Album; imageIds: string[] }[] = [];
  const failures: { create: UploadError[]; lateCreate: UploadError[]; move: UploadError[] } = { create: [], lateCreate: [], move: [] };
  const calls = { list: 0, create: 0, move: 0 };
  const seen = (entry: (typeof albums)[number]): Album => ({ ...entry.album, imageCount: entry.imageIds.length });
  const gone = new Set<string>();
  const failIfGone = (imageIds: readonly string[]): void => {
    if (imageIds.some((id) => gone.has(id))) throw new UploadError('auth.forbidden', { hostMessage: '' });
  };
  const failIf = (due: UploadError[]): void => {
    const error = due.shift();
    if (error) throw error;
  };
  return {
    albums,
    failures,
    calls,
    gone,
    client: {
      listAlbums: async () => {
        calls.list++;
        return albums.map(seen);
      },
      createAlbum: async (draft: AlbumDraft, imageIds: readonly string[]) => {
        calls.create++;
        failIf(failures.create);
        failIfGone(imageIds);
        const entry = { album: albumOf(`made-${albums.length}`, { name: draft.name, privacy: draft.privacy }), imageIds: [...imageIds] };
        albums.push(entry);
        failIf(failures.lateCreate);
        return seen(entry);
      },
      moveToAlbum: async (id: string, imageIds: readonly string[]) => {
        calls.move++;
        failIf(failures.move);
        failIfGone(imageIds);
        const entry = albums.find(({ album }) => album.id === id)!;
        entry.imageIds.push(...imageIds.filter((imageId) => !entry.imageIds.includes(imageId)));
        return seen(entry);
      },
    },
  };
}

function setUp(count: number, host = createHost()) {
  const queue = createQueueStore();
  const items = Array.from({ length: count }, (_, at) => itemIn('uploaded', { image: { ...IMAGE, id: `image-${at}` } }));
  queue.append(items, 0);
  const filer = createFiler({ items: () => itemsOf(queue.store.getState()), sendAll: queue.sendAll }, host.client);
  const filings = () => itemsOf(queue.store.getState()).map((item) => (item.status === 'uploaded' ? item.filing.status : item.status));
  return { ...host, queue, filer, filings, ids: items.map(({ id }) => id) };
}

const broken = new UploadError('host.broken', { status: 500, hostMessage: '' });
const answerLost = new UploadError('network.answerLost', { status: null });

describe('the filer', () => {
  it('makes one album of all that is stored, and leaves what is filed where it is', async () => {
    const { filer, albums, filings } = setUp(3);
    const report = await filer.fileInto(NEW);
    expect(report).toMatchObject({ filedCount: 3, error: null, album: { name: 'Holidays', imageCount: 3 } });
    expect(filings()).toEqual(['filed', 'filed', 'filed']);
    expect(await filer.fileInto({ kind: 'new', draft: { ...DRAFT, name: 'Second' } })).toMatchObject({ filedCount: 0 });
    expect(albums).toHaveLength(1);
  });

  it('moves only the named items into an album that is there', async () => {
    const { filer, albums, calls, filings, ids } = setUp(3);
    albums.push({ album: albumOf('old'), imageIds: ['before'] });
    await filer.fileInto({ kind: 'existing', album: albumOf('old') }, [ids[2]!]);
    expect(albums[0]!.imageIds).toEqual(['before', 'image-2']);
    expect(calls).toEqual({ list: 0, create: 0, move: 1 });
    expect(filings()).toEqual(['none', 'none', 'filed']);
  });

  it('says that it is filing, and then by its name which album it could not fill', async () => {
    const { filer, failures, queue, ids } = setUp(1);
    failures.create.push(broken);
    const running = filer.fileInto(NEW);
    await Promise.resolve();
    expect(queue.store.getState().byId.get(ids[0]!)).toMatchObject({ filing: { status: 'filing', albumName: 'Holidays' } });
    expect(await running).toMatchObject({ filedCount: 0, error: { code: 'host.broken' } });
    expect(queue.store.getState().byId.get(ids[0]!)).toMatchObject({ filing: { status: 'failed', albumName: 'Holidays' } });
  });

  it('tries again what failed, and only that, in the album it made before', async () => {
    const { filer, failures, albums, calls, filings } = setUp(1_200);
    failures.move.push(broken);
    expect(await filer.fileInto(NEW)).toMatchObject({ filedCount: 500, error: { code: 'host.broken' } });
    expect(filings().filter((status) => status === 'failed')).toHaveLength(700);
    expect(await filer.retryFiling()).toMatchObject({ filedCount: 700, error: null });
    expect(albums).toHaveLength(1);
    expect(albums[0]!.imageIds).toHaveLength(1_200);
    expect(calls.create).toBe(1);
    expect(await filer.retryFiling()).toMatchObject({ filedCount: 0 });
  });

  it('finds the few that are refused among many, and makes one album of the rest', async () => {
    const { filer, gone, albums, calls, filings } = setUp(100);
    for (const id of ['image-0', 'image-63']) gone.add(id);
    expect(await filer.fileInto(NEW)).toMatchObject({ filedCount: 98, error: { code: 'auth.forbidden' } });
    expect(filings().flatMap((status, at) => (status === 'failed' ? [at] : []))).toEqual([0, 63]);
    expect(albums.map(({ imageIds }) => imageIds.length)).toEqual([98]);
    gone.clear();
    expect(await filer.retryFiling()).toMatchObject({ filedCount: 2, error: null });
    expect(albums.map(({ imageIds }) => imageIds.length)).toEqual([100]);
    expect(calls.list).toBe(0);
  });

  it('gives up soon where all are refused', async () => {
    const { filer, gone, calls, filings, ids } = setUp(1_000);
    for (const [at] of ids.entries()) gone.add(`image-${at}`);
    expect(await filer.fileInto(NEW)).toMatchObject({ filedCount: 0 });
    expect(new Set(filings())).toEqual(new Set(['failed']));
    expect(calls.create).toBeLessThan(40);
  });

  it('makes the album with the next try where it surely was not made', async () => {
    const { filer, failures, albums, calls } = setUp(2);
    failures.create.push(broken);
    await filer.fileInto(NEW);
    expect(await filer.retryFiling()).toMatchObject({ filedCount: 2 });
    expect(albums).toHaveLength(1);
    expect(calls.list).toBe(0);
  });

  it('finds the album that was made although the answer was lost', async () => {
    const { filer, failures, albums, filings } = setUp(2);
    albums.push({ album: albumOf('old'), imageIds: ['a', 'b', 'c'] });
    failures.lateCreate.push(answerLost);
    await filer.fileInto(NEW);
    expect(filings()).toEqual(['failed', 'failed']);
    expect(await filer.retryFiling()).toMatchObject({ filedCount: 2, album: { id: 'made-1' } });
    expect(albums.map(({ imageIds }) => imageIds)).toEqual([
      ['a', 'b', 'c'],
      ['image-0', 'image-1'],
    ]);
  });

  it('makes a second album of the same name when the first one is complete', async () => {
    const { filer, albums, queue } = setUp(1);
    await filer.fileInto(NEW);
    queue.append([itemIn('uploaded', { image: { ...IMAGE, id: 'later' } })], 0);
    await filer.fileInto(NEW);
    expect(albums.map(({ imageIds }) => imageIds)).toEqual([['image-0'], ['later']]);
  });

  it('does one thing after the other', async () => {
    const { filer, albums } = setUp(2);
    const both = await Promise.all([filer.fileInto(NEW), filer.fileInto(NEW)]);
    expect(both.map(({ filedCount }) => filedCount)).toEqual([2, 0]);
    expect(albums).toHaveLength(1);
  });

  it('leaves out what has no link, and what is not stored', async () => {
    const { filer, queue, albums } = setUp(1);
    queue.append([itemIn('uploaded', { image: null }), itemIn('failed')], 0);
    expect(await filer.fileInto(NEW)).toMatchObject({ filedCount: 1 });
    expect(albums[0]!.imageIds).toEqual(['image-0']);
  });

  it('changes nothing any more after it was destroyed', async () => {
    const { filer, failures, filings } = setUp(1);
    failures.create.push(broken);
    const running = filer.fileInto(NEW);
    filer.destroy();
    await running;
    expect(filings()).toEqual(['filing']);
  });
});

it('plans calls of a bounded size, in order, and none for nothing', () => {
  const filable = [1, 2, 3, 4, 5].map((at) => ({ id: `item-${at}` as const, imageId: String(at) }));
  expect(planBatches(filable, 2).map((batch) => batch.map(({ imageId }) => imageId).join(''))).toEqual(['12', '34', '5']);
  expect(planBatches([], 2)).toEqual([]);
});
