import { linksInText } from './linksInText.js';
import { nameOfUrl } from './nameOfUrl.js';
import type { PickedSource } from './PickedSource.js';
import { walkEntry } from './walkEntries.js';

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

/**
 * The one way in: gives the same sources whatever they came by. Of a drop or copy its files count; without files its links, since a picture that is copied or
 * dragged brings its HTML along. Call it in the event itself: afterwards a browser tells nothing of what was dropped.
 *
 * @throws `signal.reason` when aborted
 */
export async function readSources(given: Given, deps: ReadDeps): Promise<void> {
  if (typeof given === 'string') return readLinks(given, deps);
  if (isTransfer(given)) return readTransfer(given, deps);
  deps.onFound([...given].map((file) => ({ kind: 'file', file, path: file.webkitRelativePath || null })));
}

const isTransfer = (given: DataTransfer | FileList | readonly File[]): given is DataTransfer => 'items' in given;

function readLinks(text: string, { onFound, canUseUrls }: ReadDeps): void {
  const { urls } = linksInText(text);
  if (canUseUrls && urls.length > 0) onFound(urls.map((url) => ({ kind: 'url', url, name: nameOfUrl(url) })));
}

async function readTransfer(transfer: DataTransfer, deps: ReadDeps): Promise<void> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [entryOf(item)] : [])).filter((entry) => entry !== null);
  if (entries.length > 0) return readEntries(entries, deps);
  readLinks(textOf(transfer), deps);
}

/** A file that stands alone is taken as it is; only a folder has to be walked. */
function entryOf(item: DataTransferItem): File | FileSystemEntry | null {
  const entry = item.webkitGetAsEntry?.() ?? null;
  return entry?.isDirectory ? entry : (item.getAsFile() ?? entry);
}

/** The picture's own address first; a link around it would lead to a page. */
export function textOf(transfer: DataTransfer): string {
  const picture = /<img\b[^>]*?\ssrc\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(transfer.getData('text/html').slice(0, 100_000))?.[1];
  return picture ?? (transfer.getData('text/uri-list') || transfer.getData('text/plain'));
}

async function readEntries(entries: readonly (File | FileSystemEntry)[], { onFound, signal }: ReadDeps): Promise<void> {
  let batch: PickedSource[] = [];
  const flush = (): void => {
    if (batch.length > 0) onFound(batch);
    batch = [];
  };
  const take = (source: PickedSource): void => {
    batch.push(source);
    if (batch.length >= BATCH_FILES) flush();
  };
  for (const entry of entries) {
    if (entry instanceof File) take({ kind: 'file', file: entry, path: null });
    else
      await walkEntry(entry, {
        onFile: ({ file, path }) => take({ kind: 'file', file, path: path.includes('/') ? path : null }),
        onUnreadable: (path) => take({ kind: 'unreadable', path }),
        signal,
      });
  }
  flush();
}
