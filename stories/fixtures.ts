import { fn } from 'storybook/test';
import {
  ItemTable,
  UploadError,
  type HistoryEntry,
  type HostLimits,
  type StoredImage,
  type UploadClient,
  type Uploader,
  type UploaderState,
  type UploadItem,
} from '../src/core.js';
import alpine from './pictures/alpine.svg?url';
import arches from './pictures/arches.svg?url';
import aurora from './pictures/aurora.svg?url';
import bloom from './pictures/bloom.svg?url';
import coast from './pictures/coast.svg?url';
import dunes from './pictures/dunes.svg?url';
import harbour from './pictures/harbour.svg?url';
import pears from './pictures/pears.svg?url';
import pines from './pictures/pines.svg?url';
import surf from './pictures/surf.svg?url';
import tram from './pictures/tram.svg?url';

const MB = 1_000_000;

/** What the clock of all stories says: see `.storybook/preview.tsx`. */
export const NOW_MS = Date.UTC(2026, 4, 14, 18, 30);
const LATER_MS = NOW_MS + 60_000;

interface Picture {
  readonly name: string;
  readonly url: string;
  readonly sizeBytes: number;
  readonly format?: UploadItem['format'];
  readonly durationSeconds?: number;
}

export const PICTURES = {
  dunes: { name: 'dunes-at-noon.jpg', url: dunes, sizeBytes: 3.2 * MB },
  coast: { name: 'IMG_20260514_evening-at-the-coast.jpg', url: coast, sizeBytes: 4.1 * MB },
  surf: { name: 'surf.mp4', url: surf, sizeBytes: 28.4 * MB, format: 'mp4', durationSeconds: 73 },
  alpine: { name: 'alpine-lake.jpg', url: alpine, sizeBytes: 4.8 * MB },
  bloom: { name: 'first-bloom.avif', url: bloom, sizeBytes: 1.1 * MB, format: 'avif' },
  pears: { name: 'two-pears.png', url: pears, sizeBytes: 6.5 * MB, format: 'png' },
  harbour: { name: 'harbour-night.jpg', url: harbour, sizeBytes: 5.3 * MB },
  tram: { name: 'tram-28.jpg', url: tram, sizeBytes: 2.4 * MB },
  arches: { name: 'arches.jpg', url: arches, sizeBytes: 3.9 * MB },
  pines: { name: 'pines.webp', url: pines, sizeBytes: 1.8 * MB, format: 'webp' },
  aurora: { name: 'aurora.mov', url: aurora, sizeBytes: 104 * MB, format: 'mov', durationSeconds: 24 },
} satisfies Record<string, Picture>;

type PictureName = keyof typeof PICTURES;
type Stand = UploadItem extends infer Item
  ? Item extends UploadItem
    ? Omit<Item, 'id' | 'source' | 'format' | 'preview' | 'options'>
    : never
  : never;

/** One of the pictures in the state that a story shows. */
export function itemOf(id: number, name: PictureName, stand: Stand): UploadItem {
  const picture: Picture = PICTURES[name];
  return {
    id: `item-${id}`,
    source: { kind: 'file', file: new File([], picture.name), name: picture.name, sizeBytes: picture.sizeBytes },
    format: picture.format ?? 'jpeg',
    preview: {
      status: 'made',
      url: picture.url,
      widthPx: 4032,
      heightPx: 3024,
      durationSeconds: picture.durationSeconds ?? 0,
      isSharp: true,
    },
    options: {},
    ...stand,
  };
}

export const refusedItem = (id: number, name: string, rejection: Extract<UploadItem, { status: 'rejected' }>['rejection']): UploadItem => ({
  id: `item-${id}`,
  source: { kind: 'missing', name, sizeBytes: 1 },
  format: null,
  preview: { status: 'none' },
  options: {},
  status: 'rejected',
  rejection,
  shrinking: { status: 'none' },
});

/** A refused picture that a person can have made smaller; how that goes is up to the story. */
export const tooLargePicture = (
  id: number,
  name: string,
  shrinking: Extract<UploadItem, { status: 'rejected' }>['shrinking'] = { status: 'none' },
): UploadItem => ({
  id: `item-${id}`,
  source: { kind: 'file', file: new File([], name), name, sizeBytes: 4_800_000 },
  format: 'jpeg',
  preview: { status: 'none' },
  options: {},
  status: 'rejected',
  rejection: { code: 'validate.tooLarge', sizeBytes: 4_800_000, limitBytes: 1_000_000 },
  shrinking,
});

export const imageOf = (name: PictureName, more: Partial<StoredImage> = {}): StoredImage => {
  const { name: fileName, sizeBytes }: Picture = PICTURES[name];
  const base = 'https://img.example/images/2026/05/14';
  const stem = fileName.replace(/\.\w+$/, '');
  return {
    id: name,
    kind: name === 'surf' || name === 'aurora' ? 'video' : 'image',
    title: stem,
    fileName,
    mimeType: 'image/jpeg',
    sizeBytes,
    widthPx: 4032,
    heightPx: 3024,
    durationSeconds: 0,
    isAnimated: false,
    isApproved: true,
    md5: null,
    expiresAtMs: null,
    url: `${base}/${fileName}`,
    viewerUrl: `https://img.example/image/${stem}.${name}`,
    thumbUrl: `${base}/${stem}.th.jpg`,
    mediumUrl: `${base}/${stem}.md.jpg`,
    frameUrl: null,
    deleteUrl: `https://img.example/image/${name}/delete/719096c42fc29891`,
    ...more,
  };
};

export const historyEntryOf = (name: PictureName): HistoryEntry => {
  const { id, viewerUrl, url, deleteUrl, fileName } = imageOf(name);
  return { id, fileName, viewerUrl, url, deleteUrl, uploadedAtMs: Date.UTC(2026, 4, 14, 18, 30) };
};

export const ERRORS = {
  lost: new UploadError('network.lost', { sentBytes: 1, sizeBytes: 2 }),
  busy: new UploadError('host.busy', { status: 503, retryAfterMs: null }),
  flood: new UploadError('host.rateLimited', { retryAfterMs: 60_000, maxUploads: 50, period: 'hour' }),
  duplicate: new UploadError('file.duplicate', { isSameBytes: true }),
  tooLarge: new UploadError('file.tooLarge', { limitBytes: 100 * MB }),
  broken: new UploadError('host.broken', { status: 500, hostMessage: '' }),
  answerLost: new UploadError('network.answerLost', { status: null }),
  offline: new UploadError('network.offline', {}),
};

export const stand = {
  ready: { status: 'ready' },
  queued: { status: 'queued', attempt: 1 },
  processing: { status: 'processing', attempt: 1, startedAtMs: 0 },
  cancelled: { status: 'cancelled' },
  uploading: (sentBytes: number): Stand => ({ status: 'uploading', attempt: 1, sentBytes, startedAtMs: 0 }),
  failed: (error: (typeof ERRORS)[keyof typeof ERRORS]): Stand => ({ status: 'failed', attempt: 1, error }),
  unknown: { status: 'unknown', attempt: 1, error: ERRORS.answerLost },
  uploaded: (image: StoredImage | null): Stand => ({ status: 'uploaded', image, filing: { status: 'none' } }),
  busy: { status: 'waiting', attempt: 1, waiting: { reason: 'backOff', untilMs: LATER_MS, error: ERRORS.busy } },
  limited: { status: 'waiting', attempt: 1, waiting: { reason: 'rateLimit', error: ERRORS.flood } },
  offline: { status: 'waiting', attempt: 1, waiting: { reason: 'offline', error: ERRORS.offline } },
} satisfies Record<string, Stand | ((given: never) => Stand)>;

export const LIMITS: HostLimits = {
  formats: ['avif', 'jpeg', 'png', 'bmp', 'gif', 'webp', 'mov', 'mp4', 'webm'],
  maxBytes: 100 * MB,
  options: ['title', 'description', 'tags', 'isNsfw'],
  categories: [],
  canUploadUrls: false,
  isModerated: false,
  refusesDuplicates: false,
  account: { kind: 'member', signUpUrl: null, signInUrl: null, guestExpiration: null },
};

/** A client without a network: it knows limits, its uploads never end. */
export const fakeClient = (limits: HostLimits = LIMITS): UploadClient => ({
  identity: `story ${JSON.stringify(limits)}`,
  resend: 'idempotent',
  upload: () => new Promise(() => {}),
  limits: () => Promise.resolve(limits),
});

const STATE: UploaderState = {
  ids: [],
  pastIds: new Set(),
  byId: ItemTable.empty,
  pause: null,
  batchOptions: {},
  removesLocation: false,
  checkingCount: 0,
  keeping: { status: 'off' },
};

/** An uploader that stands still in the state that a story shows; its commands only note that they were given. */
export function fakeUploader(items: readonly UploadItem[], more: Partial<UploaderState> = {}, limits: HostLimits = LIMITS): Uploader {
  const state: UploaderState = { ...STATE, ids: items.map(({ id }) => id), byId: ItemTable.of(items), ...more };
  return {
    client: fakeClient(limits),
    getState: () => state,
    subscribe: () => () => {},
    add: fn(() => Promise.resolve([])),
    setLimits: fn(),
    start: fn(),
    pause: fn(),
    resume: fn(),
    cancel: fn(),
    cancelRemaining: fn(),
    cancelAll: fn(),
    retry: fn(),
    retryFailed: fn(),
    remove: fn(),
    clear: fn(),
    dismissRejections: fn(),
    keep: fn(),
    makeSmaller: fn(() => Promise.resolve()),
    fileIntoAlbum: fn(() => Promise.resolve({ album: null, filedCount: 0, error: null })),
    retryFiling: fn(() => Promise.resolve({ album: null, filedCount: 0, error: null })),
    wantPreviews: fn(),
    reorder: fn(),
    restore: fn(() => Promise.resolve()),
    update: fn(),
    updateAll: fn(),
    setBatchOptions: fn(),
    setRemovesLocation: fn(),
    destroy: fn(),
  };
}

export const inOneMinute = LATER_MS;
