import type { MediaFormat } from '../../shared/mediaFormat.js';
import { drawStill } from './drawStill.js';
import { drawThumbnail } from './drawThumbnail.js';
import type { Picture } from './picture.js';
import type { PreviewStep } from './planPreviews.js';
import { readJpegHead } from './readJpegHead.js';

export interface PictureRequest {
  readonly step: PreviewStep;
  readonly file: Blob;
  readonly format: MediaFormat;
}

/** Exif ends within 64 KB, and cameras put the size of the picture soon behind it. */
const HEAD_BYTES = 128 * 1024;

/** One step for one picture file. Null when it holds no thumbnail; rejects when it cannot be decoded. Runs in a worker and on the page. */
export async function makePicture({ step, file, format }: PictureRequest): Promise<Picture | null> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const head = format === 'jpeg' ? readJpegHead(bytes) : null;
  return step === 'thumbnail' ? drawThumbnail(bytes, head) : drawStill(file, format, bytes, head);
}
