import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import { createShrinker, type Shrinker, type Shrunk } from './createShrinker.js';
import type { ShrinkLimits } from './planShrink.js';
import { WIDE_RED_JPEG } from './testing/wideRed.js';

const media = import.meta.glob<string>('../../../fixtures/media/*', { query: '?url', import: 'default', eager: true });

async function mediaFile(name: string): Promise<File> {
  const response = await fetch(media[`../../../fixtures/media/${name}`]!);
  return new File([await response.blob()], name, { lastModified: 1_700_000_000_000 });
}

const ALL: readonly MediaFormat[] = ['jpeg', 'png', 'webp'];
const never = new AbortController().signal;
const maxBytes = (bytes: number, formats = ALL): ShrinkLimits => ({ maxBytes: bytes, formats });

let shrinker: Shrinker;
beforeEach(() => void (shrinker = createShrinker()));
afterEach(() => {
  shrinker.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const shrink = (file: File, format: MediaFormat | 'heic', limits: ShrinkLimits): Promise<Shrunk> =>
  shrinker.shrink(file, format, limits, never);

function madeOf(shrunk: Shrunk): Shrunk & { status: 'made' } {
  if (shrunk.status !== 'made') throw new Error(`not made: ${shrunk.reason}`);
  return shrunk;
}

type Paint = (context: OffscreenCanvasRenderingContext2D, widthPx: number, heightPx: number) => void;

async function drawn(widthPx: number, heightPx: number, type: string, paint: Paint, quality = 0.95): Promise<File> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  paint(canvas.getContext('2d')!, widthPx, heightPx);
  const blob = await canvas.convertToBlob({ type, quality });
  return new File([blob], `drawn.${type.split('/')[1]}`, { type });
}

/** Coarse and fine random patches over each other: about as hard to compress as a photo. */
const likeAPhoto: Paint = (context, widthPx, heightPx) => {
  for (const [sidePx, opacity] of [
    [4, 1],
    [40, 0.4],
    [300, 0.25],
    [1500, 0.15],
  ] as const) {
    const patches = new OffscreenCanvas(sidePx, sidePx);
    const image = new ImageData(sidePx, sidePx);
    for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
    patches.getContext('2d')!.putImageData(image, 0, 0);
    context.globalAlpha = opacity;
    context.drawImage(patches, 0, 0, widthPx, heightPx);
  }
};

async function pixelsOf(
  file: Blob,
  colorSpace: 'srgb' | 'display-p3' = 'srgb',
): Promise<{ bitmap: ImageBitmap; at(x: number, y: number): number[] }> {
  const bitmap = await createImageBitmap(file);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { colorSpace })!;
  context.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number): number[] => [
    ...context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1, { colorSpace }).data,
  ];
  return { bitmap, at };
}

const latin1Of = async (file: Blob): Promise<string> => new TextDecoder('latin1').decode(await file.arrayBuffer());

/** Profiles name themselves in UTF-16. */
const hasP3Profile = async (jpeg: Blob): Promise<boolean> => (await latin1Of(jpeg)).replaceAll('\0', '').includes('Display P3');

describe('createShrinker', () => {
  it('makes a photo of 12 megapixels fit into 1 MB', async () => {
    const photo = await drawn(4000, 3000, 'image/jpeg', likeAPhoto);
    expect(photo.size).toBeGreaterThan(2_500_000);
    const made = madeOf(await shrink(photo, 'jpeg', maxBytes(1_000_000)));
    expect(made.file.size).toBeLessThanOrEqual(1_000_000);
    expect(made.file.size).toBeGreaterThan(600_000);
    expect(made.widthPx / made.heightPx).toBeCloseTo(4 / 3, 2);
    const { bitmap } = await pixelsOf(made.file);
    expect([bitmap.width, bitmap.height]).toEqual([made.widthPx, made.heightPx]);
  });

  it('turns a photo upright and leaves no Orientation and no place in it', async () => {
    const made = madeOf(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000)));
    expect(made).toMatchObject({ format: 'jpeg' });
    expect(made.heightPx).toBeGreaterThan(made.widthPx);
    expect(await latin1Of(made.file)).not.toContain('Exif');
    const [before, after] = [await pixelsOf(await mediaFile('photo.jpg')), await pixelsOf(made.file)];
    for (const [x, y] of [
      [0.2, 0.2],
      [0.8, 0.2],
      [0.2, 0.8],
      [0.8, 0.8],
    ] as const)
      before.at(x, y).forEach((value, i) => expect(Math.abs(value - after.at(x, y)[i]!)).toBeLessThan(40));
  });

  it('keeps name and date of a JPEG, and names by the new format what became another', async () => {
    const photo = madeOf(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000)));
    expect(photo.file).toMatchObject({ name: 'photo.jpg', type: 'image/jpeg', lastModified: 1_700_000_000_000 });
    const picture = new File([await mediaFile('pic.bmp')], 'Pic.v2.BMP');
    expect(madeOf(await shrink(picture, 'bmp', maxBytes(10_000))).file).toMatchObject({ name: 'Pic.v2.webp', type: 'image/webp' });
    expect(madeOf(await shrink(new File([picture], '.bmp'), 'bmp', maxBytes(10_000, ['jpeg']))).file.name).toBe('.bmp.jpg');
  });

  it('gives a picture that fits already as it is', async () => {
    const original = await mediaFile('plain.jpg');
    const made = madeOf(await shrink(original, 'jpeg', maxBytes(1_000_000)));
    expect(await latin1Of(made.file)).toBe(await latin1Of(original));
  });

  it('turns upright what is too wide only as it is stored', async () => {
    const original = await mediaFile('photo.jpg');
    const made = madeOf(await shrink(original, 'jpeg', { ...maxBytes(1_000_000), maxWidthPx: 1_000 }));
    expect([made.widthPx, made.heightPx]).toEqual([720, 1280]);
    expect(await latin1Of(made.file)).not.toContain('Exif');
  });

  it('shrinks for the sides alone', async () => {
    const made = madeOf(
      await shrink(await mediaFile('photo.jpg'), 'jpeg', { ...maxBytes(1_000_000), maxPixels: 230_400, maxHeightPx: 600 }),
    );
    expect([made.widthPx, made.heightPx]).toEqual([337, 600]);
  });

  it('keeps colours that sRGB does not have, and says so by a profile', async () => {
    const original = new File([Uint8Array.from(atob(WIDE_RED_JPEG), (letter) => letter.charCodeAt(0))], 'red.jpg');
    for (const formats of [['jpeg'], ['webp'], ['png']] as const) {
      const made = madeOf(await shrink(original, 'jpeg', { maxBytes: 100_000, maxWidthPx: 64, formats }));
      const { at } = await pixelsOf(made.file, 'display-p3');
      const [red, green, blue] = at(0.5, 0.5);
      expect(red).toBeGreaterThan(250);
      expect(Math.max(green!, blue!)).toBeLessThan(12);
    }
    const jpeg = madeOf(await shrink(original, 'jpeg', { maxBytes: 100_000, maxWidthPx: 64, formats: ['jpeg'] }));
    expect(await hasP3Profile(jpeg.file)).toBe(true);
  });

  it('leaves an sRGB picture in sRGB', async () => {
    const vivid = await drawn(300, 200, 'image/png', (context, widthPx, heightPx) => {
      ['#f00', '#0f0', '#00f', '#ff0', '#0ff', '#f0f', '#fff', '#000'].forEach((colour, i) => {
        context.fillStyle = colour;
        context.fillRect((i * widthPx) / 8, 0, widthPx / 8, heightPx);
      });
    });
    const made = madeOf(await shrink(vivid, 'png', { maxBytes: 100_000, maxWidthPx: 150, formats: ['png'] }));
    expect((await pixelsOf(made.file)).at(0.06, 0.5)).toEqual([255, 0, 0, 255]);
    const wide = madeOf(await shrink(vivid, 'png', { maxBytes: 100_000, maxWidthPx: 150, formats: ['jpeg'] }));
    expect(await hasP3Profile(wide.file)).toBe(false);
  });

  it('keeps transparency, and gives a white ground where the host takes JPEG alone', async () => {
    const seeThrough = await drawn(400, 400, 'image/png', (context) => {
      context.fillStyle = 'rgb(0 0 200 / 50%)';
      context.fillRect(0, 0, 400, 200);
    });
    const webp = madeOf(await shrink(seeThrough, 'png', { ...maxBytes(100_000), maxWidthPx: 200 }));
    expect(webp).toMatchObject({ format: 'webp' });
    expect((await pixelsOf(webp.file)).at(0.5, 0.9)[3]).toBe(0);
    const png = madeOf(await shrink(seeThrough, 'png', { ...maxBytes(100_000, ['png', 'jpeg']), maxWidthPx: 200 }));
    expect(png).toMatchObject({ format: 'png' });
    expect(Math.abs((await pixelsOf(png.file)).at(0.5, 0.25)[3]! - 128)).toBeLessThan(3);
    const jpeg = madeOf(await shrink(seeThrough, 'png', { ...maxBytes(100_000, ['jpeg']), maxWidthPx: 200 }));
    expect((await pixelsOf(jpeg.file)).at(0.5, 0.9)).toEqual([255, 255, 255, 255]);
  });

  it.each([
    ['clip.mp4', 'mp4', 'video'],
    ['anim.gif', 'gif', 'animated'],
    ['anim.png', 'png', 'animated'],
    ['anim.webp', 'webp', 'animated'],
    ['corrupt.png', 'png', 'undecodable'],
    ['pic.heic', 'heic', 'undecodable'],
    ['zero.png', 'png', 'undecodable'],
  ] as const)('leaves %s alone', async (name, format, reason) => {
    expect(await shrink(await mediaFile(name), format, maxBytes(100))).toEqual({ status: 'impossible', reason });
  });

  it('says so when no size is small enough', async () => {
    expect(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(200))).toEqual({ status: 'impossible', reason: 'limitTooSmall' });
    expect(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(20_000, ['gif']))).toEqual({
      status: 'impossible',
      reason: 'limitTooSmall',
    });
  });

  it('rejects with the reason when aborted, and goes on with the next', async () => {
    const photo = await drawn(3000, 2000, 'image/jpeg', likeAPhoto);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = shrinker.shrink(photo, 'jpeg', maxBytes(300_000), first.signal);
    const waiting = shrinker.shrink(photo, 'jpeg', maxBytes(300_000), second.signal);
    const last = shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000));
    second.abort(new Error('not this one'));
    await expect(waiting).rejects.toThrow('not this one');
    first.abort(new Error('nor this'));
    await expect(running).rejects.toThrow('nor this');
    expect(await last).toMatchObject({ status: 'made' });
  });

  it('works on nothing that was aborted before', async () => {
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    vi.stubGlobal('Worker', undefined);
    await expect(
      shrinker.shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000), AbortSignal.abort(new Error('gone'))),
    ).rejects.toThrow('gone');
    await shrink(await mediaFile('plain.jpg'), 'jpeg', maxBytes(20_000));
    expect(decode).toHaveBeenCalledTimes(1);
  });

  it('rejects what is open when destroyed', async () => {
    const running = shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000));
    shrinker.destroy();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does the work on the page where there is no worker', async () => {
    vi.stubGlobal('Worker', undefined);
    expect(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000))).toMatchObject({ status: 'made' });
    vi.stubGlobal('OffscreenCanvas', undefined);
    const plain = createShrinker();
    expect(await plain.shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(25_000), never)).toMatchObject({ status: 'made' });
    plain.destroy();
  });

  it('goes smaller where a large canvas stays empty', async () => {
    vi.stubGlobal('Worker', undefined);
    const { prototype } = OffscreenCanvasRenderingContext2D;
    const draw = prototype.drawImage as (...values: unknown[]) => void;
    vi.spyOn(prototype, 'drawImage').mockImplementation(function (this: OffscreenCanvasRenderingContext2D, ...values: unknown[]) {
      if (this.canvas.width * this.canvas.height <= 400_000) draw.apply(this, values);
    });
    const made = madeOf(await shrink(await mediaFile('photo.jpg'), 'jpeg', maxBytes(37_000)));
    expect(made.widthPx * made.heightPx).toBeLessThanOrEqual(400_000);
    vi.restoreAllMocks();
    expect((await pixelsOf(made.file)).at(0.5, 0.5).slice(0, 3)).not.toEqual([0, 0, 0]);
  });
});
