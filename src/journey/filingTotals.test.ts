import { expect, it } from 'vitest';
import type { Album } from '../api/contract.js';
import { UploadError } from '../shared/UploadError.js';
import { filingTotalsOf } from './filingTotals.js';
import { itemIn } from './testing/items.js';

const ALBUM: Album = { id: '7', name: 'A', url: null, privacy: 'public', imageCount: 1, parentId: null };
const error = new UploadError('host.full', { hostMessage: '' });
const failed = { status: 'failed', albumName: 'A', error } as const;

it('tells where each file of a batch lies, and which lie in no album', () => {
  const none = itemIn('uploaded');
  const lost = itemIn('uploaded', { filing: failed });
  const items = [
    none,
    lost,
    itemIn('uploaded', { filing: { status: 'byHost', albumId: '7' } }),
    itemIn('uploaded', { filing: { status: 'filed', album: ALBUM } }),
    itemIn('uploaded', { filing: { status: 'byHost', albumId: '8' } }),
    itemIn('uploaded', { filing: { status: 'filing', albumName: 'B' } }),
    itemIn('uploaded', { image: null }),
  ];
  expect(filingTotalsOf(items, new Set())).toEqual({
    fileCount: 7,
    filed: [
      { albumId: '7', album: ALBUM, fileCount: 2 },
      { albumId: '8', album: null, fileCount: 1 },
    ],
    openIds: [none.id, lost.id],
    filing: { albumName: 'B', fileCount: 1 },
    failed: { albumName: 'A', error, fileCount: 1 },
    withoutLinkCount: 1,
  });
});

it('leaves out earlier batches, but for what could not be filed', () => {
  const past = itemIn('uploaded');
  const pastFailed = itemIn('uploaded', { filing: failed });
  expect(filingTotalsOf([past, pastFailed], new Set([past.id, pastFailed.id]))).toMatchObject({ fileCount: 1, openIds: [pastFailed.id] });
});
