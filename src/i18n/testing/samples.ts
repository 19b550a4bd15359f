import type { UploadErrorCode } from '../../shared/UploadError.js';
import type { Messages } from '../messages.js';

/** For every message that takes facts, at any depth: the facts of some calls. A message without samples does not compile. */
type SamplesOf<T> = {
  readonly [K in keyof T as T[K] extends readonly unknown[] | string ? never : NeedsSamples<T[K]> extends true ? K : never]: T[K] extends (
    ...facts: infer Facts
  ) => unknown
    ? readonly Facts[]
    : SamplesOf<T[K]>;
};
type NeedsSamples<T> = T extends (...facts: never[]) => unknown
  ? true
  : { readonly [K in keyof T]: T[K] extends string ? never : K }[keyof T] extends never
    ? false
    : true;

/** Where the plural rules of the languages change. */
export const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100];

const MB = 1_000_000;
const count = COUNTS.map((value): [number] => [value]);
const someFiles = COUNTS.slice(1).map((value): [number] => [value]);
const name: readonly [string][] = [['dunes (2).jpg']];
const seconds: readonly [number][] = [[1], [42], [180], [5_000]];
const fraction: readonly [number][] = [[0], [0.42], [1]];
const sent: readonly [{ fraction: number; sentBytes: number; sizeBytes: number }][] = [
  { fraction: 0.42, sentBytes: 1.7 * MB, sizeBytes: 4 * MB },
].map((facts) => [facts]);
const none: readonly [Record<string, never>][] = [[{}]];
const hostMessage = 'No.';

const errors: { readonly [C in UploadErrorCode]: SamplesOf<Messages['errors']>[C] } = {
  aborted: none,
  'network.offline': none,
  'network.lost': [[{ sentBytes: MB, sizeBytes: 2 * MB }]],
  'network.stalled': [[{ stalledMs: 30_000 }]],
  'network.answerLost': [[{ status: null }], [{ status: 502 }]],
  'network.noAnswer': [[{ waitedMs: 60_000 }]],
  'auth.required': [[{ hostMessage }]],
  'auth.forbidden': [[{ hostMessage }]],
  'host.rateLimited': [[{ retryAfterMs: null, maxUploads: 20, period: 'hour' }]],
  'host.busy': [[{ status: 503, retryAfterMs: null }]],
  'host.full': [[{ hostMessage }]],
  'host.broken': [[{ status: 500, hostMessage }]],
  'host.badReply': [[{ status: 200, hint: 'html' }]],
  'file.duplicate': [[{ isSameBytes: true }], [{ isSameBytes: false }]],
  'file.tooLarge': [[{ limitBytes: null }], [{ limitBytes: 100 * MB }]],
  'file.typeRefused': [[{ format: null }], [{ format: 'image/heic' }]],
  'file.unreadable': [[{ hostMessage }]],
  'link.unreachable': [[{ hostMessage }]],
  'file.missing': none,
  'option.refused': [[{ option: null, hostMessage }], [{ option: 'album_id', hostMessage }]],
  'internal.bug': none,
};

const rejections: SamplesOf<Messages['rejections']> = {
  'validate.empty': [[]],
  'validate.typeRefused': [[{ found: 'PDF', formats: ['jpeg', 'png'] }], [{ found: null, formats: ['mp4'] }]],
  'validate.tooLarge': [[{ sizeBytes: 412 * MB, limitBytes: 100 * MB }]],
  'validate.heic': [[]],
  'validate.tooSmall': [[{ sizeBytes: 12, limitBytes: 1_000 }]],
  'validate.tooManyPixels': [[{ widthPx: 12_000, heightPx: 9_000, maxWidthPx: 8_000, maxHeightPx: null }]],
  'validate.tooLong': [[{ durationSeconds: 73, limitSeconds: 60 }]],
  'validate.totalTooLarge': [[{ limitBytes: 500 * MB }]],
  'validate.tooMany': COUNTS.map((limitCount) => [{ limitCount }]),
  'validate.urlRefused': [[]],
  'validate.unreadable': [[]],
  'validate.noAnswer': [[]],
  'validate.duplicate': [[{ sameAs: 'dunes (2).jpg' }]],
};

export const SAMPLES: SamplesOf<Messages> = {
  errors,
  rejections,
  'button.continuesIn': seconds,
  'button.uploaded': count,
  'button.failed': count,
  'button.ready': count,
  'intake.limits': [[100 * MB]],
  'intake.dropToAdd': [...someFiles, [null]],
  'url.add': someFiles,
  'intake.checking': someFiles,
  'validate.title': someFiles,
  'validate.keepName': name,
  'validate.shrinkAll': someFiles,
  'validate.showAll': someFiles,
  'queue.readyHeadline': count,
  'queue.label': count,
  'queue.start': someFiles,
  'queue.moved': [[{ name: 'dunes (2).jpg', position: 2, count: 8 }]],
  'select.count': count,
  'queue.totals': COUNTS.map((fileCount) => [{ fileCount, sizeBytes: 12.3 * MB }]),
  'queue.uploadedOf': COUNTS.map((uploadedCount) => [{ uploadedCount, fileCount: 100 }]),
  'tile.remove': name,
  'tile.edit': name,
  'tile.select': name,
  'tile.shrunk': [[{ originalSizeBytes: 9.6 * MB, sizeBytes: 0.9 * MB }]],
  'tile.cancel': name,
  'tile.retryName': name,
  'tile.addAgainName': name,
  'tile.open': name,
  'tile.progress': name,
  'tile.uploading': sent,
  'tile.waitsBackOff': [[{ cause: 'XYZ', secondsLeft: 42 }]],
  'option.removeTag': [['sea']],
  'option.widthRange': [[{ minPx: 16, maxPx: 4_032 }]],
  'edit.position': [[{ position: 2, count: 8 }]],
  'edit.apply': someFiles,
  'edit.applied': someFiles,
  'upload.headline': COUNTS.map((fileCount) => [{ fileCount, fraction: 0.42 }]),
  'upload.bytes': sent,
  'upload.rate': [[900], [3.2 * MB]],
  'upload.timeLeft': seconds,
  'upload.valueText': sent,
  'upload.rateLimited': seconds,
  'result.completeNote': someFiles,
  'album.added': [['Sea']],
  'album.addedSome': COUNTS.slice(1).map((fileCount) => [{ fileCount, albumName: 'Sea' }]),
  'album.filing': COUNTS.slice(1).map((fileCount) => [{ fileCount, albumName: 'Sea' }]),
  'album.failed': COUNTS.slice(1).map((fileCount) => [{ fileCount, albumName: 'Sea' }]),
  'album.withoutLink': someFiles,
  'album.justUploaded': someFiles,
  'album.found': [
    ...COUNTS.map((foundCount): [{ shownCount: number; foundCount: number }] => [{ shownCount: foundCount, foundCount }]),
    [{ shownCount: 20, foundCount: 34 }],
  ],
  'result.copy': name,
  'result.include': name,
  'result.copyCode': name,
  'result.without': someFiles,
  'report.title': someFiles,
  'report.retryAll': someFiles,
  'report.files': someFiles,
  'report.attempts': someFiles,
  'history.title': count,
  'announce.progress': fraction,
  'announce.refused': someFiles,
};
