import type { UploadItem } from '../src/core.js';
import { ERRORS, imageOf, itemOf, PICTURES, refusedItem, stand } from './fixtures.js';

const MB = 1_000_000;
const ALL = Object.keys(PICTURES) as (keyof typeof PICTURES)[];

/** Queues as people meet them. */
export const READY: readonly UploadItem[] = ALL.slice(0, 8).map((name, at) => itemOf(at, name, stand.ready));

export const REFUSED: readonly UploadItem[] = [
  refusedItem(90, 'trip-4k.mov', { code: 'validate.tooLarge', sizeBytes: 412 * MB, limitBytes: 100 * MB }),
  refusedItem(91, 'contract.pdf', { code: 'validate.typeRefused', found: 'PDF', formats: ['jpeg', 'png', 'gif', 'mp4'] }),
  refusedItem(92, 'nothing.jpg', { code: 'validate.empty' }),
  refusedItem(93, 'IMG_1207.jpg', { code: 'validate.duplicate', sameAs: 'dunes-at-noon.jpg', canKeep: true }),
];

export const UPLOADING: readonly UploadItem[] = [
  itemOf(0, 'dunes', stand.uploaded(imageOf('dunes'))),
  itemOf(1, 'coast', stand.uploading(2.5 * MB)),
  itemOf(2, 'surf', stand.processing),
  itemOf(3, 'harbour', stand.uploading(0.9 * MB)),
  itemOf(4, 'alpine', stand.busy),
  itemOf(5, 'bloom', stand.failed(ERRORS.lost)),
  itemOf(6, 'pears', stand.failed(ERRORS.duplicate)),
  itemOf(7, 'tram', stand.cancelled),
  itemOf(8, 'arches', stand.uploaded(null)),
  itemOf(9, 'pines', stand.queued),
  itemOf(10, 'aurora', stand.queued),
];

export const LIMITED: readonly UploadItem[] = [
  itemOf(0, 'dunes', stand.uploaded(imageOf('dunes'))),
  itemOf(1, 'alpine', stand.uploaded(imageOf('alpine'))),
  itemOf(2, 'surf', stand.limited),
  itemOf(3, 'pines', stand.queued),
];

export const OFFLINE: readonly UploadItem[] = [
  itemOf(0, 'dunes', stand.uploaded(imageOf('dunes'))),
  itemOf(1, 'coast', stand.offline),
  itemOf(2, 'pines', stand.queued),
];

export const COMPLETE: readonly UploadItem[] = ALL.slice(0, 6).map((name, at) => itemOf(at, name, stand.uploaded(imageOf(name))));

export const MIXED: readonly UploadItem[] = [
  itemOf(0, 'bloom', stand.failed(ERRORS.lost)),
  itemOf(1, 'harbour', stand.failed(ERRORS.lost)),
  itemOf(2, 'pears', stand.failed(ERRORS.duplicate)),
  itemOf(3, 'aurora', stand.failed(ERRORS.tooLarge)),
  itemOf(4, 'tram', stand.unknown),
  itemOf(5, 'dunes', stand.uploaded(imageOf('dunes'))),
  itemOf(6, 'coast', stand.uploaded(imageOf('coast'))),
  itemOf(7, 'surf', stand.uploaded(imageOf('surf', { frameUrl: 'https://img.example/images/2026/05/14/surf.fr.jpeg' }))),
];

export const FAILED: readonly UploadItem[] = [
  itemOf(0, 'tram', stand.failed(ERRORS.broken)),
  itemOf(1, 'arches', stand.failed(ERRORS.broken)),
  itemOf(2, 'pines', stand.failed(ERRORS.broken)),
];
