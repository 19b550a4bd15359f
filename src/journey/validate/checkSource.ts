import { MEDIA_FORMATS, type MediaFormat } from '../../shared/mediaFormat.js';
import type { Rejection } from '../item.js';
import type { Sniffed } from './sniffFormat.js';

/** What may be queued. */
export interface IntakeLimits {
  readonly formats: readonly MediaFormat[];
  /** Largest file in bytes; `Infinity` for no limit. */
  readonly maxBytes: number;
}

/** All that hosts of this API can take, of any size: what holds until a host says its limits. */
export const NO_LIMITS: IntakeLimits = { formats: MEDIA_FORMATS, maxBytes: Infinity };

/** What is known of a file after a look at its first bytes. */
export interface SourceFacts {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sniffed: Sniffed;
}

/** Whether these facts pass these limits: null, or the rule that refuses them. Pure. An empty file is refused before its type. */
export function checkSource({ name, sizeBytes, sniffed }: SourceFacts, limits: IntakeLimits): Rejection | null {
  if (sizeBytes === 0) return { code: 'validate.empty' };
  const format = sniffed && 'format' in sniffed ? sniffed.format : null;
  if (format === null || !limits.formats.includes(format)) {
    return { code: 'validate.typeRefused', found: nameOfType(name, sniffed), formats: limits.formats };
  }
  return sizeBytes > limits.maxBytes ? { code: 'validate.tooLarge', sizeBytes, limitBytes: limits.maxBytes } : null;
}

/** The word people know a type by: what the bytes say, else how the name ends. */
function nameOfType(name: string, sniffed: Sniffed): string | null {
  if (sniffed) return 'format' in sniffed ? sniffed.format.toUpperCase() : sniffed.other;
  const ending = /[^.]\.([\w-]{1,10})$/.exec(name)?.[1];
  // A picture's ending on bytes that are no picture explains nothing.
  return ending === undefined || isMediaEnding(ending) ? null : ending.toUpperCase();
}

const isMediaEnding = (ending: string): boolean => /^(jpe?g|png|apng|bmp|gif|webp|avif|mov|mp4|m4v|webm|heic|heif)$/i.test(ending);
