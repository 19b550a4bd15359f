import { mapLimited } from '../../shared/mapLimited.js';
import { compareNames } from './compareNames.js';
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
/** Told together, so that thousands show while the others are still asked for. */
const LOT_FILES = 100;

/**
 * Walks a dropped file or folder to its end, depth first and by name: file systems have an order of their own, and nobody knows it. A reader gives at most a hundred entries, so
 * it is asked until it gives none. Never rejects but with `signal.reason`.
 */
export async function walkEntry(entry: FileSystemEntry, walk: Walk): Promise<void> {
  walk.signal.throwIfAborted();
  if (isJunk(entry.name)) return;
  if (!isFolder(entry)) return tellFiles([entry], walk);
  try {
    await walkFolder(entry, walk);
  } catch {
    walk.signal.throwIfAborted();
    walk.onUnreadable(pathOf(entry));
  }
}

const pathOf = ({ fullPath, name }: FileSystemEntry): string => fullPath.replace(/^\//, '') || name;

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walkFolder(folder: FileSystemDirectoryEntry, walk: Walk): Promise<void> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  try {
    for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) entries.push(...some);
  } finally {
    const meant = entries.filter(({ name }) => !isJunk(name)).toSorted((a, b) => compareNames(a.name, b.name));
    const files = meant.filter((entry) => !isFolder(entry));
    for (let at = 0; at < files.length; at += LOT_FILES) await tellFiles(files.slice(at, at + LOT_FILES), walk);
    for (const inner of meant) if (isFolder(inner)) await walkEntry(inner, walk);
  }
}

/** In the order given, whichever the browser opens first. */
async function tellFiles(entries: readonly FileSystemEntry[], walk: Walk): Promise<void> {
  walk.signal.throwIfAborted();
  const files = await mapLimited(entries, FILES_AT_ONCE, (entry) => fileOf(entry as FileSystemFileEntry).catch(() => null));
  walk.signal.throwIfAborted();
  for (const [at, entry] of entries.entries()) {
    const file = files[at];
    if (file) walk.onFile({ file, path: pathOf(entry) });
    else walk.onUnreadable(pathOf(entry));
  }
}

const readSome = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));
