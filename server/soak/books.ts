/** What became of one upload, as whoever sent it knows. */
export type Fate =
  /** Under way. */
  | 'open'
  /** Answered with its address: it is stored. */
  | 'stored'
  /** Answered with a refusal, or never sent as a whole: it is not there. */
  | 'not stored'
  /** Deleted, and answered so: it is not there any more. */
  | 'deleted'
  /** The answer was lost, of the upload or of the deletion: it is there as a whole, or not at all. */
  | 'unknown';

export interface Entry {
  /** The file's name, which no other upload has. */
  readonly name: string;
  /** What was sent. */
  readonly bytes: Buffer;
  /** By which it may be sent again until it is answered. */
  readonly idempotencyKey: string | null;
  fate: Fate;
  url: string | null;
  deleteUrl: string | null;
  /** Since the last look at its bytes. */
  isRead: boolean;
}

/** What the data folder holds, read beside the server. */
export interface Found {
  /** Of each image: the name that was sent, and its original's path. */
  readonly images: readonly { readonly name: string; readonly path: string }[];
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly loose: readonly string[];
  /** Below `images/`, with their sizes. */
  readonly onDisk: ReadonlyMap<string, number>;
  /** Below `tmp/`. */
  readonly temporary: readonly string[];
}

/** Every way in which the books and the folder disagree, in words. Nothing may be under way. */
export function audit(entries: ReadonlyMap<string, Entry>, found: Found): string[] {
  return [...wrongImages(entries, found), ...wrongFiles(found)];
}

function* wrongImages(entries: ReadonlyMap<string, Entry>, { images }: Found): Generator<string> {
  const counts = new Map<string, number>();
  for (const { name } of images) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of counts.keys()) if (!entries.has(name)) yield `${name} is visible, and nobody sent it`;
  for (const { name, fate } of entries.values()) {
    const count = counts.get(name) ?? 0;
    if (fate === 'open') yield `${name} is still under way`;
    if (fate === 'stored' && count !== 1) yield `${name} was answered, and is there ${count} times`;
    if (fate === 'not stored' && count > 0) yield `${name} was refused or not sent as a whole, and is visible`;
    if (fate === 'deleted' && count > 0) yield `${name} was deleted, and is visible`;
    if (fate === 'unknown' && count > 1) yield `${name} was sent once, and is there ${count} times`;
  }
}

function* wrongFiles({ images, files, loose, onDisk, temporary }: Found): Generator<string> {
  const named = new Set(files.map(({ path }) => path));
  for (const { path, size } of files) {
    if (onDisk.get(path) !== size) yield `${path} has ${onDisk.get(path) ?? 'no'} bytes on the disk, and ${size} in the database`;
  }
  for (const { name, path } of images) if (!named.has(path)) yield `${name} has no file in the database`;
  for (const path of onDisk.keys()) if (!named.has(path)) yield `${path} lies on the disk, and the database does not name it`;
  for (const path of loose) yield `${path} is on its way in or out, although nothing is under way`;
  for (const name of temporary) yield `${name} is left in tmp`;
}
