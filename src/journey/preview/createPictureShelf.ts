import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import type { ItemId, Preview } from '../item.js';
import type { PreviewFacts, PreviewStep } from './planPreviews.js';

/** A file that a picture can be made of. */
export interface PreviewSubject {
  readonly id: ItemId;
  readonly file: File;
  /** By its bytes. */
  readonly format: MediaFormat;
}

/** An item that is wanted, or has come to something. */
export interface ShelfEntry {
  readonly id: ItemId;
  readonly subject: PreviewSubject;
  readonly kind: PreviewFacts['kind'];
  nextStep: PreviewStep | null;
  running: AbortController | null;
  isUnderWay: boolean;
  /** The one place that owns this object URL, until it is handed to a notice. */
  url: string | null;
  pictureBytes: number;
}

/** Something to tell, and the object URL that nobody needs once it is told. */
interface Notice {
  readonly entry: ShelfEntry;
  readonly preview: Preview;
  readonly oldUrl: string | null;
}

export interface PictureShelf {
  /** The one not wanted for longest first. */
  readonly entries: ReadonlyMap<ItemId, ShelfEntry>;
  /** Finds or makes the entry, as the one wanted last; another file under the same id begins anew. */
  takeUp(subject: PreviewSubject): void;
  /** Stops what runs for it. */
  stop(entry: ShelfEntry): void;
  /** Replaces what is shown; told by `tell`. */
  show(entry: ShelfEntry, preview: Preview, pictureBytes: number): void;
  /** Stops and revokes, and nothing more is told of it. */
  drop(entry: ShelfEntry): void;
  /** Tells what was shown, in order; what the listener causes by calling back is told after it. Then what is idle and not `wanted` is forgotten. */
  tell(wanted: readonly ItemId[]): void;
}

/** Smaller files are decoded as quickly as they are searched for a thumbnail. */
const THUMBNAIL_WORTH_BYTES = 256 * 1024;

/** Holds the pictures and their object URLs: each is revoked exactly once, and one that was replaced only after its follower was told. */
export function createPictureShelf(onChange: (id: ItemId, preview: Preview) => void): PictureShelf {
  const entries = new Map<ItemId, ShelfEntry>();
  const notices: Notice[] = [];
  let isTelling = false;

  function tellNext({ entry, preview, oldUrl }: Notice): void {
    try {
      if (entries.get(entry.id) === entry) onChange(entry.id, preview);
    } finally {
      if (oldUrl !== null) URL.revokeObjectURL(oldUrl);
    }
  }

  function stop(entry: ShelfEntry): void {
    entry.running?.abort();
    entry.running = null;
    entry.isUnderWay = false;
  }

  return {
    entries,
    stop,
    takeUp(subject) {
      const before = entries.get(subject.id);
      const entry = before && isSame(before.subject, subject) ? before : newEntry(subject);
      entries.delete(subject.id);
      entries.set(subject.id, entry);
      if (!before || before === entry) return;
      const wasIdle = isIdle(before);
      stop(before);
      if (!wasIdle) notices.push({ entry, preview: { status: 'none' }, oldUrl: before.url });
    },
    show(entry, preview, pictureBytes) {
      notices.push({ entry, preview, oldUrl: entry.url });
      entry.url = preview.status === 'made' ? preview.url : null;
      entry.pictureBytes = pictureBytes;
    },
    drop(entry) {
      entries.delete(entry.id);
      stop(entry);
      if (entry.url !== null) URL.revokeObjectURL(entry.url);
    },
    tell(wanted) {
      if (isTelling) return;
      isTelling = true;
      try {
        for (let notice = notices.shift(); notice; notice = notices.shift()) tellNext(notice);
      } finally {
        isTelling = false;
      }
      for (const entry of entries.values()) if (isIdle(entry) && !wanted.includes(entry.id)) entries.delete(entry.id);
    },
  };
}

const isSame = (a: PreviewSubject, b: PreviewSubject): boolean => a.file === b.file && a.format === b.format;

const isIdle = ({ url, nextStep, isUnderWay }: ShelfEntry): boolean => url === null && nextStep !== null && !isUnderWay;

const newEntry = (subject: PreviewSubject): ShelfEntry => ({
  id: subject.id,
  subject,
  kind: MEDIA_FORMAT_FACTS[subject.format].kind,
  nextStep: firstStepOf(subject),
  running: null,
  isUnderWay: false,
  url: null,
  pictureBytes: 0,
});

/** Where the way to a picture begins. */
export const firstStepOf = ({ file, format }: PreviewSubject): PreviewStep =>
  format === 'jpeg' && file.size >= THUMBNAIL_WORTH_BYTES ? 'thumbnail' : 'sharp';
