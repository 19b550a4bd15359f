import { describe, expect, it, vi } from 'vitest';
import type { Album, AlbumDraft } from '../api/contract.js';
import type { UploadClient } from '../api/UploadClient.js';
import { UploadError } from '../shared/UploadError.js';
import { createScriptedClient, settle } from './testing/scriptedClient.js';
import { createUploader } from './uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const DRAFT: AlbumDraft = { name: 'Holidays', description: '', privacy: 'public' };
const ALBUM: Album = { id: '7', name: 'Holidays', url: null, privacy: 'public', imageCount: 1, parentId: null };

async function setUp() {
  const scripted = createScriptedClient();
  const createAlbum = vi.fn<NonNullable<UploadClient['createAlbum']>>(() => Promise.resolve(ALBUM));
  const uploader = createUploader({ client: { ...scripted, createAlbum } });
  const [id] = await uploader.add([new File([PNG], 'a.png')]);
  return { uploader, createAlbum, calls: scripted.calls, id: id!, filing: () => uploader.getState().byId.get(id!) };
}

describe('filing by an uploader', () => {
  it('does without a second upload what failed at first', async () => {
    const { uploader, createAlbum, calls, filing } = await setUp();
    uploader.start();
    await settle();
    await calls[0]!.store();
    createAlbum.mockRejectedValueOnce(new UploadError('host.busy', { status: 503, retryAfterMs: null }));
    expect(await uploader.fileIntoAlbum({ kind: 'new', draft: DRAFT })).toMatchObject({ filedCount: 0, error: { code: 'host.busy' } });
    expect(filing()).toMatchObject({ status: 'uploaded', filing: { status: 'failed' } });
    expect(await uploader.retryFiling()).toMatchObject({ filedCount: 1, album: ALBUM });
    expect(filing()).toMatchObject({ status: 'uploaded', filing: { status: 'filed', album: ALBUM } });
    expect(calls).toHaveLength(1);
    uploader.destroy();
  });

  it('knows what was sent with an album, as it was said when it was sent', async () => {
    const { uploader, calls, filing } = await setUp();
    uploader.setBatchOptions({ albumId: '42' });
    uploader.start();
    await settle();
    uploader.setBatchOptions({});
    await calls[0]!.store();
    expect(filing()).toMatchObject({ filing: { status: 'byHost', albumId: '42' } });
    uploader.destroy();
  });
});
