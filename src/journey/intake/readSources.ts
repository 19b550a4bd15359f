import { compareNames } from './compareNames.js';
import { isJunk } from './isJunk.js';
import type { PickedSource } from './PickedSource.js';

/** All that a person can give at once: a drop or a copy, what a picker gives, or text. */
export type Given = DataTransfer | FileList | readonly File[] | string;

export interface ReadDeps {
  /** Told in batches as they are found, so that a folder of thousands shows at once. */
  readonly onFound: (found: readonly PickedSource[]) => void;
  /** Whether the host fetches addresses; else links are left alone. */
  readonly canUseUrls: boolean;
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal;
}

const BATCH_FILES = 200;
/** Asking whether something is a folder takes a while for thousands: of more, only what has no media type is asked. */
const MOST_ASKED = 200;

/** Whether it is worth a closer look. */
export const hasLinks = (text: string): boolean => /https?:\/\//i.test(text);

/**
 * The one way in: gives the same sources whatever they came by. Of a drop or copy its files count; without files its links, since a picture that is copied or
 * dragged brings its HTML along. Call it in the event itself: afterwards a browser tells nothing of what was dropped.
 *
 * @throws `signal.reason` when aborted
 */
export async function readSources(given: Given, deps: ReadDeps): Promise<void> {
  if (typeof given === 'string') return readLinks(given, deps);
  if (isTransfer(given)) return readTransfer(given, deps);
  // Chosen alone, files have no path and stay in the order of the picker; of a folder nobody knows the order.
  const meant = [...given].filter((file) => !isJunk(file.webkitRelativePath));
  const ordered = meant.toSorted((a, b) => compareNames(a.webkitRelativePath, b.webkitRelativePath));
  deps.onFound(ordered.map((file) => ({ kind: 'file', file, path: file.webkitRelativePath || null })));
}

const isTransfer = (given: DataTransfer | FileList | readonly File[]): given is DataTransfer => 'items' in given;

async function readLinks(text: string, { onFound, canUseUrls, signal }: ReadDeps): Promise<void> {
  if (!canUseUrls || !hasLinks(text)) return;
  const [{ linksInText }, { nameOfUrl }] = await Promise.all([import('./linksInText.js'), import('./nameOfUrl.js')]);
  signal.throwIfAborted();
  const { urls } = linksInText(text);
  if (urls.length > 0) onFound(urls.map((url) => ({ kind: 'url', url, name: nameOfUrl(url) })));
}

async function readTransfer(transfer: DataTransfer, deps: ReadDeps): Promise<void> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => entryOf(item, items.length <= MOST_ASKED)).filter((entry) => entry !== null);
  if (entries.length > 0) return readEntries(entries, deps);
  return readLinks(draggedText(transfer), deps);
}

/** A file that stands alone is taken as it is; only a folder has to be walked. A folder may be called `trip.png`, and has a media type then. */
function entryOf(item: DataTransferItem, mayAsk: boolean): File | FileSystemEntry | null {
  const entry = mayAsk || item.type === '' ? (item.webkitGetAsEntry?.() ?? null) : null;
  return entry?.isDirectory ? entry : (item.getAsFile() ?? entry);
}

/** What was copied: the words where they have links, else the HTML, whose links stand in its tags. */
export function copiedText(transfer: DataTransfer): string {
  const words = transfer.getData('text/plain');
  const html = transfer.getData('text/html');
  return hasLinks(words) || !hasLinks(html) ? words : html;
}

/** The dragged picture's own address first; a link around it would lead to a page. */
function draggedText(transfer: DataTransfer): string {
  const picture = /<img\b[^<>]*?\ssrc\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(transfer.getData('text/html').slice(0, 100_000))?.[1];
  return picture ?? (transfer.getData('text/uri-list') || transfer.getData('text/plain'));
}

/** What is loaded with the first folder or link; asked for before, it is there when the connection is not. */
export const preloadWays = (): Promise<unknown> =>
  Promise.allSettled([import('./walkEntries.js'), import('./linksInText.js'), import('./nameOfUrl.js')]);

/** What the browser tells of folders was asked in the event; what walks them is loaded with the first. */
async function readEntries(entries: readonly (File | FileSystemEntry)[], { onFound, signal }: ReadDeps): Promise<void> {
  const files = entries.filter((entry) => entry instanceof File);
  if (files.length > 0) onFound(files.map((file) => ({ kind: 'file', file, path: null })));
  const folders = entries.filter((entry): entry is FileSystemEntry => !(entry instanceof File));
  if (folders.length === 0) return;
  const { walkEntry } = await import('./walkEntries.js');
  const batch = createBatch(onFound);
  for (const folder of folders) {
    await walkEntry(folder, {
      onFile: ({ file, path }) => batch.take({ kind: 'file', file, path: path.includes('/') ? path : null }),
      onUnreadable: (path) => batch.take({ kind: 'unreadable', path }),
      signal,
    });
  }
  batch.flush();
}

function createBatch(onFound: ReadDeps['onFound']) {
  let batch: PickedSource[] = [];
  const flush = (): void => {
    if (batch.length > 0) onFound(batch);
    batch = [];
  };
  return {
    flush,
    take(source: PickedSource): void {
      batch.push(source);
      if (batch.length >= BATCH_FILES) flush();
    },
  };
}
