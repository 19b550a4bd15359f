import { MEDIA_FORMATS, type MediaFormat } from '../../shared/mediaFormat.js';
import type { Rejection } from '../item.js';
import type { MediaFacts } from './readMediaFacts.js';
import type { Sniffed } from './sniffFormat.js';

/** What may be queued. Where a limit is absent there is none. */
export interface IntakeLimits {
  readonly formats: readonly MediaFormat[];
  /** Largest file in bytes; `Infinity` for no limit. */
  readonly maxBytes: number;
  /** Smallest file in bytes. */
  readonly minBytes?: number;
  /** Widest and highest picture or film, as stored: before an Orientation tag turns it. Where a file does not tell, it passes. */
  readonly maxWidthPx?: number;
  readonly maxHeightPx?: number;
  /** Longest film. Where a file does not tell, it passes. */
  readonly maxDurationSeconds?: number;
  /** How many files of one batch; of more, the surplus is refused. */
  readonly maxFiles?: number;
  /** Bytes of all files of one batch. */
  readonly maxTotalBytes?: number;
  /** Whether the host fetches addresses. Default true. */
  readonly canUploadUrls?: boolean;
}

/** All that hosts of this API can take, of any size: what holds until a host says its limits. */
export const NO_LIMITS: IntakeLimits = { formats: MEDIA_FORMATS, maxBytes: Infinity };

/** What is known of a file after a look at it. */
export interface SourceFacts {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sniffed: Sniffed;
  /** Null where nobody looked, or it does not tell. */
  readonly media?: MediaFacts | null;
}

/** Whether these facts pass these limits: null, or the rule that refuses them. Pure. An empty file is refused before its type, a type before a size. */
export function checkSource({ name, sizeBytes, sniffed, media }: SourceFacts, limits: IntakeLimits): Rejection | null {
  if (sizeBytes === 0) return { code: 'validate.empty' };
  const format = sniffed && 'format' in sniffed ? sniffed.format : null;
  if (format === null && isHeic(sniffed)) return { code: 'validate.heic' };
  if (format === null || !limits.formats.includes(format)) {
    return { code: 'validate.typeRefused', found: nameOfType(name, sniffed), formats: limits.formats };
  }
  if (sizeBytes > limits.maxBytes) return { code: 'validate.tooLarge', sizeBytes, limitBytes: limits.maxBytes };
  if (limits.minBytes !== undefined && sizeBytes < limits.minBytes) {
    return { code: 'validate.tooSmall', sizeBytes, limitBytes: limits.minBytes };
  }
  return media ? checkMedia(media, limits) : null;
}

/** iPhones' pictures by their bytes; with a decoder they can become JPEG. */
export const isHeic = (sniffed: Sniffed): boolean =>
  sniffed !== null && 'other' in sniffed && (sniffed.other === 'HEIC' || sniffed.other === 'HEIF');

/** Whether a file has to be opened to know that it passes. */
export const needsMediaFacts = ({ maxWidthPx, maxHeightPx, maxDurationSeconds }: IntakeLimits): boolean =>
  maxWidthPx !== undefined || maxHeightPx !== undefined || maxDurationSeconds !== undefined;

function checkMedia({ widthPx, heightPx, durationSeconds }: MediaFacts, limits: IntakeLimits): Rejection | null {
  const { maxWidthPx = Infinity, maxHeightPx = Infinity, maxDurationSeconds = Infinity } = limits;
  if (widthPx > maxWidthPx || heightPx > maxHeightPx) {
    return { code: 'validate.tooManyPixels', widthPx, heightPx, maxWidthPx: finite(maxWidthPx), maxHeightPx: finite(maxHeightPx) };
  }
  return durationSeconds > maxDurationSeconds ? { code: 'validate.tooLong', durationSeconds, limitSeconds: maxDurationSeconds } : null;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The word people know a type by: what the bytes say, else how the name ends. */
function nameOfType(name: string, sniffed: Sniffed): string | null {
  if (sniffed) return 'format' in sniffed ? sniffed.format.toUpperCase() : sniffed.other;
  const ending = /[^.]\.([\w-]{1,10})$/.exec(name)?.[1];
  // A picture's ending on bytes that are no picture explains nothing.
  return ending === undefined || isMediaEnding(ending) ? null : ending.toUpperCase();
}

const isMediaEnding = (ending: string): boolean => /^(jpe?g|png|apng|bmp|gif|webp|avif|mov|mp4|m4v|webm|heic|heif)$/i.test(ending);
