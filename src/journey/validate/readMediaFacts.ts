import { imageDimensionsFromData } from 'image-dimensions';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import { readFilmFacts } from './readFilmFacts.js';
import { createLine } from '../../shared/createLine.js';

/** How large a picture or film is as it is stored, before an Orientation tag turns it, and how long; 0 seconds for a picture. */
export interface MediaFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationSeconds: number;
}

/** Cameras put a thumbnail and a maker's notes before the size of a JPEG. */
const HEAD_BYTES = 256 * 1024;

/** A browser has few decoders for film, a phone one. */
const inTurn = createLine();

/** What a file tells of its size and length without being decoded; null when it tells nothing. Never rejects. */
export async function readMediaFacts(file: Blob, format: MediaFormat): Promise<MediaFacts | null> {
  if (MEDIA_FORMAT_FACTS[format].kind === 'video') return inTurn(() => readFilmFacts(file));
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const size = format === 'bmp' ? bmpSize(head) : imageDimensionsFromData(head);
    return size ? { widthPx: size.width, heightPx: size.height, durationSeconds: 0 } : null;
  } catch {
    return null;
  }
}

/** A negative height means rows from the top. Source: BITMAPINFOHEADER. */
function bmpSize(head: Uint8Array): { width: number; height: number } | null {
  if (head.length < 26) return null;
  const view = new DataView(head.buffer, head.byteOffset);
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}
