import type { UploadItem } from '../../journey/item.js';
import { MEDIA_FORMAT_FACTS } from '../../shared/mediaFormat.js';

/** Narrower than this is nothing to look at. */
export const MIN_WIDTH_PX = 16;

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The size of a picture that a host can make narrower; null for videos, tiny pictures, and where it is not known. Pure. */
export function resizableSize({ format, preview }: Pick<UploadItem, 'format' | 'preview'>): PixelSize | null {
  const isPicture = format !== null && MEDIA_FORMAT_FACTS[format].kind === 'image';
  if (!isPicture || preview.status !== 'made' || preview.widthPx <= MIN_WIDTH_PX) return null;
  return { widthPx: preview.widthPx, heightPx: preview.heightPx };
}

/** The size at another width, its shape kept. */
export const sizeAtWidth = (original: PixelSize, widthPx: number): PixelSize => ({
  widthPx,
  heightPx: Math.max(1, Math.round((original.heightPx * widthPx) / original.widthPx)),
});

export type TypedWidth =
  | { readonly status: 'original' }
  | { readonly status: 'width'; readonly widthPx: number }
  | { readonly status: 'invalid' };

/** What a typed width means. The original's own width asks for nothing; hosts refuse more. */
export function readWidth(text: string, original: PixelSize): TypedWidth {
  if (text.trim() === '') return { status: 'original' };
  const widthPx = Number(text);
  if (widthPx === original.widthPx) return { status: 'original' };
  const isFitting = Number.isInteger(widthPx) && widthPx >= MIN_WIDTH_PX && widthPx < original.widthPx;
  return isFitting ? { status: 'width', widthPx } : { status: 'invalid' };
}
