import { MEDIA_FORMAT_FACTS, MEDIA_FORMATS, type MediaFormat } from '../../shared/mediaFormat.js';

const KNOWN_ENDINGS: ReadonlySet<string> = new Set([
  ...MEDIA_FORMATS.flatMap((format) => MEDIA_FORMAT_FACTS[format].extensions),
  'heic',
  'heif',
]);

/**
 * The name that a file is sent under: hosts go by its ending, so one that says another format is replaced, and one that is missing is added. What only looks
 * like an ending (`notes.v2`) stays. Pure.
 */
export function wireName(name: string, format: MediaFormat | null): string {
  if (format === null) return name;
  const { extensions } = MEDIA_FORMAT_FACTS[format];
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  if (extensions.includes(ending)) return name;
  const stem = KNOWN_ENDINGS.has(ending) ? name.slice(0, dot) : name.replace(/\.+$/, '');
  return `${stem || 'file'}.${extensions[0]}`;
}
