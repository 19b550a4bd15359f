import { mapLimited } from '../../shared/mapLimited.js';
import { isJunk } from './isJunk.js';

export interface WalkedFile {
  readonly file: File;
  /** `holiday/day 1/a.jpg` */
  readonly path: string;
}

export interface Walk {
  readonly onFile: (walked: WalkedFile) => void;
  /** A file or folder that the browser could not read; the rest goes on. */
  readonly onUnreadable: (path: string) => void;
  readonly signal: AbortSignal;
}

/** Files of a folder are asked for a few at a time: each is a question to the browser's own process. */
const FILES_AT_ONCE = 16;

/**
 * Walks a dropped file or folder to its end, depth first: a reader gives at most a hundred entries, so it is asked until it gives none. Never rejects but with
 * `signal.reason`.
 */
export async function walkEntry(entry: FileSystemEntry, walk: Walk): Promise<void> {
  walk.signal.throwIfAborted();
  const path = entry.fullPath.replace(/^\//, '') || entry.name;
  if (isJunk(entry.name)) return;
  try {
    if (isFolder(entry)) await walkFolder(entry, walk);
    else walk.onFile({ file: await fileOf(entry as FileSystemFileEntry), path });
  } catch (thrown) {
    walk.signal.throwIfAborted();
    if (thrown !== walk.signal.reason) walk.onUnreadable(path);
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walkFolder(folder: FileSystemDirectoryEntry, walk: Walk): Promise<void> {
  const reader = folder.createReader();
  for (let entries = await readSome(reader); entries.length > 0; entries = await readSome(reader)) {
    const files = entries.filter((entry) => !entry.isDirectory);
    await mapLimited(files, FILES_AT_ONCE, (entry) => walkEntry(entry, walk));
    for (const entry of entries) if (entry.isDirectory) await walkEntry(entry, walk);
  }
}

const readSome = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));
