/** What a camera says in a photo. */
export interface ExifToWrite {
  readonly orientation?: number;
  readonly thumbnail?: Uint8Array;
  /** Byte order of Intel, as many phones write it; else that of Motorola. */
  readonly isLittle?: boolean;
}

/** The same JPEG with an Exif segment right behind its beginning. */
export function withExif(jpeg: Uint8Array, exif: ExifToWrite): Uint8Array<ArrayBuffer> {
  const segment = exifSegment(exif);
  const out = new Uint8Array(jpeg.length + segment.length);
  out.set(jpeg.subarray(0, 2));
  out.set(segment, 2);
  out.set(jpeg.subarray(2), 2 + segment.length);
  return out;
}

function exifSegment({ orientation, thumbnail, isLittle = false }: ExifToWrite): Uint8Array {
  const pictureTags = orientation === undefined ? [] : [[0x0112, 3, orientation] as const];
  const smallAt = 8 + directoryBytes(pictureTags.length);
  const thumbnailAt = smallAt + directoryBytes(2);
  const tiff = new Uint8Array(thumbnailAt + (thumbnail?.length ?? 0));
  const view = new DataView(tiff.buffer);
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  writeDirectory(view, 8, pictureTags, thumbnail ? smallAt : 0, isLittle);
  if (thumbnail) {
    const smallTags = [[0x0201, 4, thumbnailAt] as const, [0x0202, 4, thumbnail.length] as const];
    writeDirectory(view, smallAt, smallTags, 0, isLittle);
    tiff.set(thumbnail, thumbnailAt);
  }
  return Uint8Array.of(0xff, 0xe1, (tiff.length + 8) >> 8, (tiff.length + 8) & 255, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff);
}

const directoryBytes = (tagCount: number): number => 2 + tagCount * 12 + 4;

type Tag = readonly [tag: number, type: number, value: number];

function writeDirectory(view: DataView, at: number, tags: readonly Tag[], next: number, isLittle: boolean): void {
  view.setUint16(at, tags.length, isLittle);
  for (const [index, [tag, type, value]] of tags.entries()) {
    const entry = at + 2 + index * 12;
    view.setUint16(entry, tag, isLittle);
    view.setUint16(entry + 2, type, isLittle);
    view.setUint32(entry + 4, 1, isLittle);
    if (type === 3) view.setUint16(entry + 8, value, isLittle);
    else view.setUint32(entry + 8, value, isLittle);
  }
  view.setUint32(at + 2 + tags.length * 12, next, isLittle);
}
