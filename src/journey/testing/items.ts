import type { StoredImage } from '../../api/contract.js';
import { UploadError } from '../../shared/UploadError.js';
import type { ItemStatus, UploadItem } from '../item.js';

const error = new UploadError('network.lost', { sentBytes: 10, sizeBytes: 100 });

export const IMAGE: StoredImage = {
  id: '3tf',
  kind: 'image',
  title: 'a',
  fileName: 'a.png',
  mimeType: 'image/png',
  sizeBytes: 100,
  widthPx: 64,
  heightPx: 48,
  durationSeconds: 0,
  isAnimated: false,
  isApproved: true,
  md5: null,
  expiresAtMs: null,
  url: 'https://host.example/images/a.png',
  viewerUrl: 'https://host.example/image/3tf',
  thumbUrl: 'https://host.example/images/a.th.png',
  mediumUrl: null,
  frameUrl: null,
  deleteUrl: 'https://host.example/image/3tf/delete/0',
};

const FIELDS: { [S in ItemStatus]: Omit<Extract<UploadItem, { status: S }>, 'id' | 'source' | 'format' | 'preview' | 'options'> } = {
  rejected: { status: 'rejected', rejection: { code: 'validate.empty' }, shrinking: { status: 'none' } },
  ready: { status: 'ready' },
  queued: { status: 'queued', attempt: 1 },
  uploading: { status: 'uploading', attempt: 1, sentBytes: 50, startedAtMs: 0 },
  processing: { status: 'processing', attempt: 1, startedAtMs: 0 },
  waiting: { status: 'waiting', attempt: 1, waiting: { reason: 'backOff', untilMs: 0, error } },
  failed: { status: 'failed', attempt: 1, error },
  unknown: { status: 'unknown', attempt: 1, error },
  uploaded: { status: 'uploaded', image: IMAGE, filing: { status: 'none' } },
  cancelled: { status: 'cancelled' },
};

export const ALL_STATUSES = Object.keys(FIELDS) as ItemStatus[];

let itemCount = 0;

/** An item of 100 bytes in the given status, with the fields that belong to it. */
export function itemIn<S extends ItemStatus>(
  status: S,
  fields: Partial<Extract<UploadItem, { status: S }>> = {},
): Extract<UploadItem, { status: S }> {
  const source = { kind: 'file', file: new File(['x'.repeat(100)], 'a.png'), name: 'a.png', sizeBytes: 100 } as const;
  const base = { id: `item-${++itemCount}`, source, format: 'png', preview: { status: 'none' }, options: {} } as const;
  // FIELDS pairs each status with its own fields; the compiler cannot follow that through an index.
  return { ...base, ...FIELDS[status], ...fields } as unknown as Extract<UploadItem, { status: S }>;
}
