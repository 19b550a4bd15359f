import { afterEach, describe, expect, it, vi } from 'vitest';
import { makePicture } from './makePicture.js';
import { MAX_SIDE_PX } from './picture.js';
import { turnOf } from './planThumbnail.js';
import { withExif, type ExifToWrite } from './testing/withExif.js';

const media = import.meta.glob<string>('../../../fixtures/media/*', { query: '?url', import: 'default', eager: true });
const mediaFile = async (name: string): Promise<Blob> => (await fetch(media[`../../../fixtures/media/${name}`]!)).blob();

const COLOURS = ['red', 'lime', 'blue', 'yellow'] as const;
type Colour = (typeof COLOURS)[number] | 'black' | 'other';

/** Upright: red and lime above, blue and yellow below; stored as a camera held like this stores it. */
async function quarters(widthPx: number, heightPx: number, orientation: number, barsPx = 0): Promise<Uint8Array> {
  const [storedWidth, storedHeight] = orientation >= 5 ? [heightPx, widthPx] : [widthPx, heightPx];
  const canvas = new OffscreenCanvas(storedWidth, storedHeight + 2 * barsPx);
  const context = canvas.getContext('2d')!;
  const [a, b, c, d, e, f] = turnOf(orientation, { widthPx: storedWidth, heightPx: storedHeight });
  context.setTransform(new DOMMatrix([a, b, c, d, e, f]).invertSelf());
  if (barsPx > 0) context.setTransform(1, 0, 0, 1, 0, barsPx);
  for (const [at, colour] of COLOURS.entries()) {
    context.fillStyle = colour;
    context.fillRect((at % 2) * (widthPx / 2), Math.floor(at / 2) * (heightPx / 2), widthPx / 2, heightPx / 2);
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer());
}

const photoOf = async (widthPx: number, heightPx: number, orientation: number, exif: ExifToWrite = {}): Promise<Blob> =>
  new Blob([withExif(await quarters(widthPx, heightPx, orientation), { orientation, ...exif })]);

const nearest = ([r = 0, g = 0, b = 0]: Uint8ClampedArray): Colour => {
  const bits = [r, g, b].map((value) => (value > 200 ? '1' : value < 60 ? '0' : '?')).join('');
  return ({ '100': 'red', '010': 'lime', '001': 'blue', '110': 'yellow', '000': 'black' } as const)[bits] ?? 'other';
};

/** The colours near the corners: those of bars, if there are any. */
async function cornersOf(blob: Blob): Promise<{ corners: Colour[]; widthPx: number; heightPx: number }> {
  const bitmap = await createImageBitmap(blob);
  const { width: widthPx, height: heightPx } = bitmap;
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const insetPx = 3;
  const at = (x: number, y: number): Colour => nearest(context.getImageData(x, y, 1, 1).data);
  const [right, bottom] = [widthPx - 1 - insetPx, heightPx - 1 - insetPx];
  return { corners: [at(insetPx, insetPx), at(right, insetPx), at(insetPx, bottom), at(right, bottom)], widthPx, heightPx };
}

const sharp = (file: Blob, format: Parameters<typeof makePicture>[0]['format'] = 'jpeg') => makePicture({ step: 'sharp', file, format });
const thumbnail = (file: Blob) => makePicture({ step: 'thumbnail', file, format: 'jpeg' });

/** The head alone. */
function pngThatClaims(widthPx: number, heightPx: number): Blob {
  const size = new DataView(new ArrayBuffer(8));
  size.setUint32(0, widthPx);
  size.setUint32(4, heightPx);
  return new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'IHDR', size, Uint8Array.of(8, 2, 0, 0, 0)]);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(['decoded small', 'decoded by createImageBitmap alone'])('a sharp picture %s', (way) => {
  const prepare = (): void => {
    if (way !== 'decoded small') vi.stubGlobal('ImageDecoder', undefined);
  };

  it.each(ORIENTATIONS)('stands upright when stored in orientation %i', async (orientation) => {
    prepare();
    const picture = await sharp(await photoOf(1600, 1000, orientation));
    expect(picture).toMatchObject({ widthPx: 1600, heightPx: 1000 });
    expect(await cornersOf(picture!.blob)).toEqual({ corners: COLOURS, widthPx: MAX_SIDE_PX, heightPx: 225 });
  });

  it.each([
    [90, 60],
    [361, 359],
    [700, 5000],
    [4032, 3024],
  ])('of %i × %i pixels is as large as a tile and never larger than itself', async (widthPx, heightPx) => {
    prepare();
    const picture = await sharp(await photoOf(widthPx, heightPx, 6));
    expect(picture).toMatchObject({ widthPx, heightPx });
    const shown = await cornersOf(picture!.blob);
    expect(shown.corners).toEqual(COLOURS);
    expect(Math.max(shown.widthPx, shown.heightPx)).toBe(Math.min(MAX_SIDE_PX, Math.max(widthPx, heightPx)));
  });
});

describe('a thumbnail', () => {
  it.each(ORIENTATIONS)('stands upright when stored in orientation %i, and tells the size of the photo', async (orientation) => {
    const small = await quarters(160, 120, orientation);
    const picture = await thumbnail(await photoOf(1600, 1200, orientation, { thumbnail: small }));
    expect(picture).toMatchObject({ widthPx: 1600, heightPx: 1200 });
    expect(await cornersOf(picture!.blob)).toEqual({ corners: COLOURS, widthPx: 160, heightPx: 120 });
  });

  it('loses the bars that its camera put around it', async () => {
    const small = await quarters(160, 90, 1, 15);
    const picture = await thumbnail(await photoOf(1600, 900, 1, { thumbnail: small }));
    expect(await cornersOf(picture!.blob)).toEqual({ corners: COLOURS, widthPx: 160, heightPx: 90 });
  });

  it.each([
    ['there is none', undefined],
    ['it has the shape of another picture', () => quarters(200, 200, 1)],
    ['it cannot be decoded', async () => Uint8Array.of(0xff, 0xd8, 1, 2, 3)],
  ])('is not shown where %s', async (_, small) => {
    const file = await photoOf(1600, 1200, 1, small ? { thumbnail: await small() } : {});
    expect(await thumbnail(file)).toBe(null);
  });
});

describe('a sharp picture', () => {
  it('keeps what is transparent', async () => {
    const canvas = new OffscreenCanvas(1000, 1000);
    canvas.getContext('2d');
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const bitmap = await createImageBitmap((await sharp(blob, 'png'))!.blob);
    const context = new OffscreenCanvas(360, 360).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    expect([...context.getImageData(100, 100, 1, 1).data]).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['anim.gif', 'gif', 100, 80],
    ['anim.png', 'png', 100, 80],
    ['anim.webp', 'webp', 200, 150],
    ['still.avif', 'avif', 200, 150],
    ['still.webp', 'webp', 200, 150],
    ['pic.bmp', 'bmp', 120, 90],
  ] as const)('of %s is one still', async (name, format, widthPx, heightPx) => {
    const picture = await sharp(await mediaFile(name), format);
    expect(picture).toMatchObject({ widthPx, heightPx });
    expect(await cornersOf(picture!.blob)).toMatchObject({ widthPx, heightPx });
    expect(['image/jpeg', 'image/webp']).toContain(picture!.blob.type);
  });

  it.each(['png', 'jpeg'] as const)(
    'of a small %s that stands still is the file’s own bytes, under the type that they have',
    async (format) => {
      const canvas = new OffscreenCanvas(80, 60);
      canvas.getContext('2d');
      const bytes = await (await canvas.convertToBlob({ type: `image/${format}` })).arrayBuffer();
      const picture = await sharp(new File([bytes], 'a.svg', { type: 'image/svg+xml' }), format);
      expect(picture).toMatchObject({ widthPx: 80, heightPx: 60 });
      expect(picture!.blob.type).toBe(`image/${format}`);
      expect(new Uint8Array(await picture!.blob.arrayBuffer())).toEqual(new Uint8Array(bytes));
    },
  );

  it('of a small file is drawn where it has more pixels than a tile', async () => {
    const canvas = new OffscreenCanvas(MAX_SIDE_PX + 1, 10);
    canvas.getContext('2d');
    const picture = await sharp(await canvas.convertToBlob({ type: 'image/png' }), 'png');
    expect((await cornersOf(picture!.blob)).widthPx).toBe(MAX_SIDE_PX);
  });

  it('is not made of what would take more memory than a tile is worth', async () => {
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    await expect(sharp(pngThatClaims(16_000, 16_000), 'png')).rejects.toMatchObject({ name: 'NotSupportedError' });
    expect(decode).not.toHaveBeenCalled();
  });

  it.each(['corrupt.png', 'zero.png', 'doc.pdf', 'pic.heic'])('cannot be made of %s', async (name) => {
    await expect(sharp(await mediaFile(name), 'jpeg')).rejects.toBeInstanceOf(DOMException);
  });
});
