import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import type { ItemId, Preview } from '../item.js';
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

const previewOf = async (name: string, format: MediaFormat | 'heic'): Promise<Preview> => {
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
});
