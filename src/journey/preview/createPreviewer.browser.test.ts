import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay } from '../../shared/delay.js';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import type { ItemId, Preview } from '../item.js';
import { drawVideoFrame } from './drawVideoFrame.js';
import { withExif } from './testing/withExif.js';
import { createPreviewer, type Previewer, type PreviewerOptions } from './createPreviewer.js';

const media = import.meta.glob<string>('../../../fixtures/media/*', { query: '?url', import: 'default', eager: true });

async function mediaFile(name: string): Promise<File> {
  const response = await fetch(media[`../../../fixtures/media/${name}`]!);
  return new File([await response.blob()], name);
}

interface Change {
  readonly id: ItemId;
  readonly preview: Preview;
}

let changes: Change[];
let previewer: Previewer;

const startOver = (options: Partial<PreviewerOptions> = {}): void => {
  previewer?.destroy();
  changes = [];
  previewer = createPreviewer({ onChange: (id, preview) => changes.push({ id, preview }), ...options });
};
beforeEach(() => startOver());
afterEach(() => {
  previewer.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const latest = (id: ItemId): Preview | undefined => changes.findLast((change) => change.id === id)?.preview;
const isFinal = (preview?: Preview): boolean => preview?.status === 'undecodable' || (preview?.status === 'made' && preview.isSharp);
const ended = async (id: ItemId): Promise<Preview> => {
  await expect.poll(() => isFinal(latest(id)), { timeout: 15_000 }).toBe(true);
  return latest(id)!;
};

const previewOf = async (name: string, format: MediaFormat): Promise<Preview> => {
  previewer.want([{ id: 'item-1', file: await mediaFile(name), format }]);
  return ended('item-1');
};

function madeOf(preview: Preview | undefined): Preview & { status: 'made' } {
  if (preview?.status !== 'made') throw new Error(`not made: ${preview?.status}`);
  return preview;
}

async function decode(url: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

describe('createPreviewer', () => {
  it.each([
    ['a.png', 'png', 64, 48],
    ['anim.gif', 'gif', 0, 0],
    ['still.avif', 'avif', 0, 0],
    ['still.webp', 'webp', 0, 0],
    ['pic.bmp', 'bmp', 0, 0],
    ['clip.mp4', 'mp4', 0, 0],
    ['clip.webm', 'webm', 0, 0],
  ] as const)('makes a picture of %s that shows', async (name, format, widthPx, heightPx) => {
    const preview = madeOf(await previewOf(name, format));
    const shown = await decode(preview.url);
    expect(shown.width).toBeGreaterThan(0);
    expect(shown.width / shown.height).toBeCloseTo(preview.widthPx / preview.heightPx, 1);
    if (widthPx) expect(preview).toMatchObject({ widthPx, heightPx });
  });

  it('shows a photo upright by its Orientation tag', async () => {
    expect(await previewOf('photo.jpg', 'jpeg')).toMatchObject({ widthPx: 720, heightPx: 1280 });
    expect(await previewOf('photo-norot.jpg', 'jpeg')).toMatchObject({ widthPx: 1280, heightPx: 720 });
  });

  it('is as long as the film', async () => {
    const preview = await previewOf('clip.mp4', 'mp4');
    expect(preview).toMatchObject({ status: 'made' });
    expect(preview.status === 'made' && preview.durationSeconds).toBeGreaterThan(0);
  });

  it('says so when the browser cannot decode the file', async () => {
    expect(await previewOf('corrupt.png', 'png')).toEqual({ status: 'undecodable' });
    expect(await previewOf('corrupt.png', 'mp4')).toEqual({ status: 'undecodable' });
  });

  it('revokes each object URL exactly once', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    await previewOf('a.png', 'png');
    previewer.release('item-1');
    previewer.release('item-1');
    previewer.destroy();
    expect(create).toHaveBeenCalledTimes(1);
    expect(revoke.mock.calls).toEqual([[create.mock.results[0]!.value]]);
  });

  it('is silent about what was released before it was drawn', async () => {
    previewer.want([{ id: 'item-2', file: await mediaFile('photo.jpg'), format: 'jpeg' }]);
    changes = [];
    previewer.release('item-2');
    await previewOf('a.png', 'png');
    expect(changes.map(({ id }) => id)).not.toContain('item-2');
  });

  it.each(['Worker', 'OffscreenCanvas'])('draws on the page itself where there is no %s', async (name) => {
    vi.stubGlobal(name, undefined);
    startOver();
    expect(await previewOf('a.png', 'png')).toMatchObject({ status: 'made', widthPx: 64 });
  });

  it('shows the thumbnail of a photo before its sharp picture, and revokes it then', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    previewer.want([{ id: 'item-1', file: await cameraPhoto(), format: 'jpeg' }]);
    await ended('item-1');
    expect(changes.map(({ preview }) => preview)).toMatchObject([
      { status: 'making' },
      { status: 'made', isSharp: false, widthPx: 3000, heightPx: 4000 },
      { status: 'made', isSharp: true, widthPx: 3000, heightPx: 4000 },
    ]);
    expect(await decode(madeOf(latest('item-1')).url)).toEqual({ width: 270, height: 360 });
    expect(revoke.mock.calls).toEqual([[create.mock.results[0]!.value]]);
  });

  it('goes on to what is in view now, and says of what scrolled away that it has none', async () => {
    const file = await cameraPhoto();
    previewer.want([1, 2, 3, 4].map((n) => ({ id: `item-${n}`, file, format: 'jpeg' })));
    previewer.want([{ id: 'item-9', file, format: 'jpeg' }]);
    await ended('item-9');
    expect([1, 2, 3, 4].map((n) => latest(`item-${n}`)?.status ?? 'never begun')).toEqual(['none', 'none', 'never begun', 'never begun']);
  });

  it('makes only thumbnails while the person scrolls, and the sharp pictures after', async () => {
    const file = await cameraPhoto();
    const scrolling = setInterval(() => window.dispatchEvent(new Event('scroll')), 20);
    window.dispatchEvent(new Event('scroll'));
    previewer.want([1, 2, 3, 4].map((n) => ({ id: `item-${n}`, file, format: 'jpeg' })));
    const shown = (): boolean[] => [1, 2, 3, 4].map((n) => latest(`item-${n}`)?.status === 'made');
    await expect.poll(shown).toEqual([true, true, true, true]);
    await delay(200, new AbortController().signal);
    expect(changes.some(({ preview }) => isFinal(preview))).toBe(false);
    clearInterval(scrolling);
    await Promise.all([1, 2, 3, 4].map((n) => ended(`item-${n}`)));
  });

  it('works in the worker that the app serves', async () => {
    const createWorker = vi.fn<() => Worker>(() => new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' }));
    startOver({ createWorker });
    expect(await previewOf('a.png', 'png')).toMatchObject({ status: 'made', widthPx: 64 });
    expect(createWorker).toHaveBeenCalledTimes(1);
  });

  it('decodes one film at a time, and lets go of its bytes', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const file = await mediaFile('clip.mp4');
    previewer.want([1, 2, 3].map((n) => ({ id: `item-${n}`, file, format: 'mp4' })));
    expect(changes.filter(({ preview }) => preview.status === 'making').length).toBe(1);
    await Promise.all([1, 2, 3].map((n) => ended(`item-${n}`)));
    // Of each film the file itself for as long as it is decoded, and the picture.
    expect([create.mock.calls.length, revoke.mock.calls.length]).toEqual([6, 3]);
  });
});

describe('drawVideoFrame', () => {
  it('stops at once when aborted, and revokes what it opened', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const controller = new AbortController();
    const drawing = drawVideoFrame(await mediaFile('clip.mp4'), controller.signal);
    controller.abort(new Error('scrolled away'));
    await expect(drawing).rejects.toThrow('scrolled away');
    expect(revoke.mock.calls).toEqual([[create.mock.results[0]!.value]]);
  });

  it('gives up a film that neither loads nor fails', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'src', 'set').mockImplementation(() => undefined);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new Error('too long')));
    await expect(drawVideoFrame(await mediaFile('clip.mp4'), new AbortController().signal)).rejects.toThrow('too long');
    expect(timeout).toHaveBeenCalledWith(10_000);
  });
});

/** 12 megapixels, taken upright: stored lying on its side, with the small picture that cameras add. */
async function cameraPhoto(): Promise<File> {
  const small = await grainy(160, 120);
  return new File([withExif(await grainy(4000, 3000), { orientation: 6, thumbnail: small })], 'photo.jpg');
}

async function grainy(width: number, height: number): Promise<Uint8Array> {
  const grain = new ImageData(400, 300);
  grain.data.set(grain.data.map((_, at) => (at % 4 === 3 ? 255 : (at * 7919) % 251)));
  const bitmap = await createImageBitmap(grain);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
}
