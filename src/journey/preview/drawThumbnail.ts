import { paint, type Picture, type Size } from './picture.js';
import { cropThumbnail, turnOf } from './planThumbnail.js';
import type { JpegHead } from './readJpegHead.js';

/** The camera's own small picture, upright and without bars; null when there is none that shows what the photo shows. */
export async function drawThumbnail(bytes: Uint8Array<ArrayBuffer>, head: JpegHead | null): Promise<Picture | null> {
  if (!head?.thumbnail) return null;
  const small = new Blob([bytes.subarray(head.thumbnail.from, head.thumbnail.to)], { type: 'image/jpeg' });
  const bitmap = await createImageBitmap(small).catch(() => null);
  if (!bitmap) return null;
  try {
    const crop = cropThumbnail({ widthPx: bitmap.width, heightPx: bitmap.height }, head);
    if (!crop) return null;
    const { widthPx, heightPx } = crop;
    const isAsShown = head.orientation === 1 && widthPx === bitmap.width && heightPx === bitmap.height;
    if (isAsShown) return { blob: small, widthPx: head.widthPx, heightPx: head.heightPx, durationSeconds: 0 };
    const blob = await paint(upright(crop, head.orientation), true, (context) => {
      context.setTransform(...turnOf(head.orientation, crop));
      context.drawImage(bitmap, crop.leftPx, crop.topPx, widthPx, heightPx, 0, 0, widthPx, heightPx);
    });
    return { blob, ...upright(head, head.orientation), durationSeconds: 0 };
  } finally {
    bitmap.close();
  }
}

/** From 5 on the camera was held upright. */
export const upright = ({ widthPx, heightPx }: Size, orientation: number): Size =>
  orientation >= 5 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
