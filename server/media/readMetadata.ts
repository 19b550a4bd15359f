import exifr from 'exifr';
import type { MediaFormat } from '../../src/shared/mediaFormat.js';

export interface Metadata {
  readonly title: string | null;
  readonly description: string | null;
  /** Maker and model, `TestCam TC-1`. */
  readonly camera: string | null;
  readonly takenMs: number | null;
  /** All of it as flat JSON text; null where there is none. */
  readonly json: string | null;
}

const NONE: Metadata = { title: null, description: null, camera: null, takenMs: null, json: null };
const MAX_TEXT_CHARS = 4_000;
const MAX_JSON_CHARS = 64_000;
/** Control characters but for tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]/gu;
/** What a person or a camera wrote; a PNG's header and a colour profile are neither. */
const READ = { tiff: true, xmp: true, iptc: true, jfif: false, ihdr: false, icc: false, reviveValues: true, translateValues: false };

/** What a picture says of itself by Exif, XMP and IPTC. Never fails: rubbish says nothing. */
export async function readMetadata(path: string, format: MediaFormat): Promise<Metadata> {
  const read: unknown = await exifr.parse(path, READ).catch(() => null);
  // Hosts tell of every JPEG at least that it is one.
  const facts = format === 'jpeg' ? { MimeType: 'image/jpeg' } : null;
  if (typeof read !== 'object' || read === null) return { ...NONE, json: facts && JSON.stringify(facts) };
  const tags = { ...facts, ...read };
  const of = (...names: string[]): string | null => {
    for (const name of names) {
      const text = textOf((tags as Record<string, unknown>)[name]);
      if (text) return text;
    }
    return null;
  };
  const taken: unknown = Reflect.get(tags, 'DateTimeOriginal') ?? Reflect.get(tags, 'CreateDate');
  return {
    title: of('title', 'ObjectName', 'XPTitle', 'DocumentName'),
    description: of('ImageDescription', 'description', 'Caption', 'XPComment'),
    camera: [of('Make'), of('Model')].filter(Boolean).join(' ') || null,
    takenMs: taken instanceof Date && Number.isFinite(taken.getTime()) ? taken.getTime() : null,
    json: jsonOf(tags),
  };
}

/** Text, also as XMP has it with its language; control characters and what is too long are left out. */
function textOf(value: unknown): string | null {
  const text = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  if (typeof text !== 'string') return null;
  return text.replace(CONTROL, '').trim().slice(0, MAX_TEXT_CHARS) || null;
}

function jsonOf(tags: object): string | null {
  const entries = Object.entries(tags).map(([name, value]) => [name, flat(value)] as const);
  const json = JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== null)));
  return json === '{}' || json.length > MAX_JSON_CHARS ? null : json;
}

const flat = (value: unknown): string | string[] | null => {
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? value.toISOString() : null;
  if (value instanceof Uint8Array) return null;
  if (Array.isArray(value)) return value.map(String).slice(0, 100);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
};
