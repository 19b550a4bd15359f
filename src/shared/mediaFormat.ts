/** The formats that hosts of this API take, by their bytes. JPG and JPEG are one. */
export const MEDIA_FORMATS = ['avif', 'jpeg', 'png', 'bmp', 'gif', 'webp', 'mov', 'mp4', 'webm'] as const;

/** The formats of this API. */
export type MediaFormat = (typeof MEDIA_FORMATS)[number];

interface MediaFormatFacts {
  readonly mimeType: string;
  readonly kind: 'image' | 'video';
  /** Without the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
}

/** Media types as registered with IANA. */
export const MEDIA_FORMAT_FACTS: Readonly<Record<MediaFormat, MediaFormatFacts>> = {
  avif: { mimeType: 'image/avif', kind: 'image', extensions: ['avif'] },
  jpeg: { mimeType: 'image/jpeg', kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mimeType: 'image/png', kind: 'image', extensions: ['png', 'apng'] },
  bmp: { mimeType: 'image/bmp', kind: 'image', extensions: ['bmp'] },
  gif: { mimeType: 'image/gif', kind: 'image', extensions: ['gif'] },
  webp: { mimeType: 'image/webp', kind: 'image', extensions: ['webp'] },
  mov: { mimeType: 'video/quicktime', kind: 'video', extensions: ['mov', 'qt'] },
  mp4: { mimeType: 'video/mp4', kind: 'video', extensions: ['mp4', 'm4v'] },
  webm: { mimeType: 'video/webm', kind: 'video', extensions: ['webm'] },
};
