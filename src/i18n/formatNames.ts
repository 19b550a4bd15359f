import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../shared/mediaFormat.js';

/** The names that hosts show for formats, in capitals and in the hosts' order: JPEG under both of its endings, as people look for either. */
export const formatNames = (formats: readonly MediaFormat[]): readonly string[] =>
  formats.flatMap((format) => (format === 'jpeg' ? ['JPG', 'JPEG'] : [(MEDIA_FORMAT_FACTS[format].extensions[0] ?? format).toUpperCase()]));
