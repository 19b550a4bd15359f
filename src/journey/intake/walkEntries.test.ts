import { describe, expect, it } from 'vitest';
import { walkEntry } from './walkEntries.js';

/** A file system entry as browsers give them: a reader gives a hundred at most, then none. */
const fileEntry = (path: string, isReadable = true): FileSystemEntry =>
  ({
    isFile: true,
    isDirectory: false,
    name: path.split('/').at(-1) ?? '',
    fullPath: `/${path}`,
    file: (resolve: (file: File) => void, reject: (error: DOMException) => void) =>
      isReadable ? resolve(new File(['x'], path.split('/').at(-1) ?? '')) : reject(new DOMException('gone', 'NotFoundError')),
  }) as unknown as FileSystemEntry;

const folderEntry = (path: string, children: readonly FileSystemEntry[], isReadable = true): FileSystemEntry =>
  ({
    isFile: false,
    isDirectory: true,
    name: path.split('/').at(-1) ?? '',
    fullPath: `/${path}`,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (resolve: (entries: FileSystemEntry[]) => void, reject: (error: DOMException) => void) =>
          isReadable ? resolve(children.slice(at, (at += 100))) : reject(new DOMException('no', 'NotReadableError')),
      };
    },
  }) as unknown as FileSystemEntry;

async function walked(entry: FileSystemEntry) {
  const paths: string[] = [];
  const unreadable: string[] = [];
  await walkEntry(entry, {
    onFile: ({ path }) => paths.push(path),
    onUnreadable: (path) => unreadable.push(path),
    signal: new AbortController().signal,
  });
  return { paths, unreadable };
}

describe('walkEntry', () => {
  it('asks a reader until it gives none', async () => {
    const files = Array.from({ length: 1_050 }, (_, at) => fileEntry(`f/${at}.png`));
    expect((await walked(folderEntry('f', files))).paths).toHaveLength(1_050);
  });

  it('goes down to the end and keeps the paths', async () => {
    const deep = Array.from({ length: 60 }).reduce<FileSystemEntry>(
      (inner, _, at) => folderEntry(`${'d/'.repeat(60 - at)}d`, [inner]),
      fileEntry(`${'d/'.repeat(61)}a.png`),
    );
    expect((await walked(deep)).paths).toEqual([`${'d/'.repeat(61)}a.png`]);
  });

  it('goes by name, as people count, whatever order the file system has and the browser opens files in', async () => {
    const names = ['b.png', '10.png', '9.png', '1.png'];
    const slow = names.map((name, at) => ({
      ...fileEntry(`f/${name}`),
      file: (resolve: (file: File) => void) => void setTimeout(() => resolve(new File(['x'], name)), 4 - at),
    })) as unknown as FileSystemEntry[];
    const inner = folderEntry('f/a', [fileEntry('f/a/2.png')]);
    expect((await walked(folderEntry('f', [inner, ...slow]))).paths).toEqual(['f/1.png', 'f/9.png', 'f/10.png', 'f/b.png', 'f/a/2.png']);
  });

  it('keeps what it was told of a folder that cannot be read to its end', async () => {
    const folder = folderEntry('f', [fileEntry('f/a.png')]) as FileSystemDirectoryEntry;
    const { readEntries } = folder.createReader();
    let calls = 0;
    const failing = (take: (entries: FileSystemEntry[]) => void, fail: (error: DOMException) => void): void =>
      (calls += 1) === 1 ? readEntries(take) : fail(new DOMException('no', 'NotReadableError'));
    expect(await walked({ ...folder, createReader: () => ({ readEntries: failing }) } as unknown as FileSystemEntry)).toEqual({
      paths: ['f/a.png'],
      unreadable: ['f'],
    });
  });

  it('loses nothing but what cannot be read', async () => {
    const { paths, unreadable } = await walked(
      folderEntry('f', [fileEntry('f/a.png'), fileEntry('f/b.png', false), folderEntry('f/locked', [], false), fileEntry('f/c.png')]),
    );
    expect(paths).toEqual(['f/a.png', 'f/c.png']);
    expect(unreadable.toSorted()).toEqual(['f/b.png', 'f/locked']);
  });

  it('leaves out what systems put into folders', async () => {
    const entries = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._a.png', 'a.png'].map((name) => fileEntry(`f/${name}`));
    expect((await walked(folderEntry('f', [...entries, folderEntry('f/__MACOSX', [fileEntry('f/__MACOSX/x.png')])]))).paths).toEqual([
      'f/a.png',
    ]);
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    const paths: string[] = [];
    const walking = walkEntry(folderEntry('f', [fileEntry('f/a.png'), folderEntry('f/g', [fileEntry('f/g/b.png')])]), {
      onFile: ({ path }) => {
        paths.push(path);
        controller.abort();
      },
      onUnreadable: () => {},
      signal: controller.signal,
    });
    await expect(walking).rejects.toThrow('aborted');
    expect(paths).toEqual(['f/a.png']);
  });
});
