import { describe, expect, it } from 'vitest';
import type { PickedSource } from './PickedSource.js';
import { readSources, type Given } from './readSources.js';

/** As a picker gives them; those chosen alone have an empty path. */
const fileAt = (path: string, name = path.split('/').at(-1)!): File =>
  Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: path });

/** A folder as a browser hands it over: a file to `getAsFile`, typed by the ending of its name. */
function droppedFolder(name: string, type: string): DataTransferItem {
  const inside = {
    name: 'in.png',
    fullPath: `/${name}/in.png`,
    isDirectory: false,
    file: (take: (file: File) => void) => take(new File(['x'], 'in.png')),
  };
  const batches = [[inside], []];
  const createReader = () => ({ readEntries: (take: (entries: unknown[]) => void) => take(batches.shift() ?? []) });
  const entry = { name, fullPath: `/${name}`, isDirectory: true, createReader };
  return {
    kind: 'file',
    type,
    webkitGetAsEntry: () => entry,
    getAsFile: () => new File([], name, { type }),
  } as unknown as DataTransferItem;
}

async function found(given: unknown): Promise<(string | null)[]> {
  const sources: PickedSource[] = [];
  await readSources(given as Given, { onFound: (some) => sources.push(...some), canUseUrls: false, signal: new AbortController().signal });
  return sources.map((source) => (source.kind === 'file' ? (source.path ?? source.file.name) : source.kind));
}

describe('readSources', () => {
  it('leaves out of a chosen folder what it leaves out of a dropped one', async () => {
    const paths = ['trip/a.png', 'trip/.DS_Store', 'trip/day 1/Thumbs.db', 'trip/__MACOSX/b.png', 'trip/day 1/c.png'];
    expect(await found(paths.map((path) => fileAt(path)))).toEqual(['trip/a.png', 'trip/day 1/c.png']);
  });

  it('puts a chosen folder in the order of its names, and leaves files chosen alone in theirs', async () => {
    expect(await found(['trip/10.png', 'trip/9.png'].map((path) => fileAt(path)))).toEqual(['trip/9.png', 'trip/10.png']);
    expect(await found([fileAt('', 'b.png'), fileAt('', 'a.png')])).toEqual(['b.png', 'a.png']);
  });

  it.each([
    ['trip', ''],
    ['trip.png', 'image/png'],
  ])('walks a dropped folder called %s', async (name, type) => {
    expect(await found({ items: [droppedFolder(name, type)] })).toEqual([`${name}/in.png`]);
  });
});
