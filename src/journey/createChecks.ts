import { mapLimited } from '../shared/mapLimited.js';
import type { ItemId, Rejection, Source, UploadItem } from './item.js';
import { checkQuota, type Quota } from './validate/checkQuota.js';
import { checkSource, needsMediaFacts, type IntakeLimits } from './validate/checkSource.js';
import type { DuplicateFinder } from './validate/createDuplicateFinder.js';
import { runCustomCheck, type CustomCheck } from './validate/customCheck.js';
import type { MediaFacts } from './validate/readMediaFacts.js';
import { createFileSniffer } from './validate/createFileSniffer.js';
import type { FileSniffed } from './validate/sniffFiles.js';

/** What becomes of a file whose bytes are listed already: refused, refused until the person says otherwise, or taken. */
export type DuplicatePolicy = 'skip' | 'ask' | 'keep';

export interface Picked {
  readonly id: ItemId;
  /** `missing`: something in a folder that could not be read. */
  readonly source: Source;
}

export interface ChecksOptions {
  readonly limits: IntakeLimits;
  readonly duplicates: DuplicatePolicy;
  readonly validate: CustomCheck | undefined;
}

/** What the checks have to know of the queue. */
export interface Listed {
  nameOf(id: ItemId): string | undefined;
  /** What the present batch has by now. */
  taken(): Quota;
}

/** What a look into one file told. */
export interface Looked extends Picked {
  readonly sniffed: FileSniffed;
  readonly media: MediaFacts | null;
}

export interface Checks {
  /** Opens the files, as much of them as the limits ask for. Of several calls each may go on while others wait. */
  look(picked: readonly Picked[]): Promise<readonly Looked[]>;
  /**
   * Items in the order given, ready or rejected. One call after the other, for each counts what the last one took. When `signal` aborts, the app's own check is
   * not waited for.
   */
  judge(looked: readonly Looked[], listed: Listed, signal: AbortSignal): Promise<readonly UploadItem[]>;
  /** Of items that are ready those that limits which became known since refuse. `taken` is the batch without them. Pixels and length are not looked at: see `look`. */
  recheck(ready: readonly UploadItem[], taken: Quota): readonly UploadItem[];
  /** What became of files that were ready, now that they are opened; the batch is not counted. */
  judgeMedia(looked: readonly Looked[]): readonly UploadItem[];
  /** Of what was refused and passes now, a picture that was made to fit or a duplicate that is kept: all that it had not come to yet. Null when it is taken. */
  checkRest(item: UploadItem, listed: Listed): Promise<Rejection | null>;
  limits(): IntakeLimits;
  setLimits(limits: IntakeLimits): void;
  release(id: ItemId): void;
  destroy(): void;
}

/** Files are opened, and an app's server is asked, a few at a time. */
const MOST_AT_ONCE = 6;

/** What a file has to pass before it is listed as ready: its own bytes, the limits, the other files, the app's check. */
export function createChecks({ limits: firstLimits, duplicates, validate }: ChecksOptions): Checks {
  let finder: DuplicateFinder | null = null;
  const sniffer = createFileSniffer();
  const lifetime = new AbortController();
  let limits = firstLimits;

  /** One after the other: of two that are the same the first is listed. */
  async function refuseDuplicates(items: readonly UploadItem[], { nameOf }: Listed): Promise<readonly UploadItem[]> {
    finder ??= await loadFinder();
    if (!finder) return items;
    const checked: UploadItem[] = [];
    for (const item of items) {
      const sameId = item.status === 'ready' && item.source.kind === 'file' ? await finder.find(item.id, item.source.file) : null;
      const sameAs = items.find(({ id }) => id === sameId)?.source.name ?? (sameId === null ? undefined : nameOf(sameId));
      checked.push(sameAs === undefined ? item : refused(item, { code: 'validate.duplicate', sameAs, canKeep: duplicates === 'ask' }));
    }
    return checked;
  }

  return {
    async look(picked) {
      const files = picked.map(({ source }) => (source.kind === 'file' ? source.file : new Blob()));
      // It rejects only when all of this is destroyed; then nobody waits.
      const sniffed = await sniffer.sniff(files).catch(() => []);
      // When what opens them does not come, over a lost connection say, they pass: the host looks at them too.
      const media = needsMediaFacts(limits) ? await openAll(files, sniffed).catch(() => []) : [];
      return picked.map((each, at) => ({ ...each, sniffed: sniffed[at] ?? null, media: media[at] ?? null }));
    },
    async judge(looked, listed, signal) {
      let items: readonly UploadItem[] = looked.map((each) => toItem(each, limits));
      if (duplicates !== 'keep') items = await refuseDuplicates(items, listed);
      if (validate) items = await mapLimited(items, MOST_AT_ONCE, (item) => askApp(item, validate, signal));
      return checkQuota(items, listed.taken(), limits, refused);
    },
    recheck(ready, taken) {
      const checked = ready.map((item) => {
        const sniffed = item.format && { format: item.format };
        return toItem({ ...item, sniffed, media: null }, limits);
      });
      return checkQuota(checked, taken, limits, refused).filter(({ status }) => status === 'rejected');
    },
    judgeMedia: (looked) => looked.map((each) => toItem(each, limits)),
    async checkRest(item, listed) {
      const asked = validate ? await askApp(item, validate, lifetime.signal) : item;
      const [checked] = checkQuota([asked], listed.taken(), limits, refused);
      return checked?.status === 'rejected' ? checked.rejection : null;
    },
    limits: () => limits,
    setLimits: (next) => void (limits = next),
    release: (id) => finder?.release(id),
    destroy() {
      lifetime.abort();
      finder?.destroy();
      sniffer.destroy();
    },
  };
}

async function askApp(item: UploadItem, check: CustomCheck, signal: AbortSignal): Promise<UploadItem> {
  const { source, format } = item;
  if (item.status !== 'ready' || source.kind !== 'file' || !format) return item;
  const facts = { name: source.name, sizeBytes: source.sizeBytes, format, path: source.path ?? null };
  const rejection = await runCustomCheck(check, source.file, facts, signal);
  return rejection ? refused(item, rejection) : item;
}

/** Only where duplicates count. Null when it does not come, over a lost connection say: then nothing is refused, and the next files ask again. */
const loadFinder = async (): Promise<DuplicateFinder | null> =>
  import('./validate/createDuplicateFinder.js').then(
    ({ createDuplicateFinder }) => createDuplicateFinder(),
    () => null,
  );

const refused = (item: UploadItem, rejection: Rejection): UploadItem => ({
  ...item,
  status: 'rejected',
  rejection,
  shrinking: { status: 'none' },
});

function toItem({ id, source, sniffed, media }: Looked, limits: IntakeLimits): UploadItem {
  const base = { id, source, preview: { status: 'none' }, options: {}, format: null, status: 'ready' } as const;
  if (source.kind === 'url') return limits.canUploadUrls === false ? refused(base, { code: 'validate.urlRefused' }) : base;
  if (source.kind === 'missing' || sniffed === 'unreadable') return refused(base, { code: 'validate.unreadable' });
  const item = { ...base, format: formatOf(sniffed) };
  const rejection = checkSource({ name: source.name, sizeBytes: source.sizeBytes, sniffed, media }, limits);
  return rejection ? refused(item, rejection) : item;
}

const formatOf = (sniffed: FileSniffed) => (sniffed !== null && sniffed !== 'unreadable' && 'format' in sniffed ? sniffed.format : null);

/** Only where a limit asks for it: what opens pictures and films is loaded then. */
async function openAll(files: readonly Blob[], sniffed: readonly FileSniffed[]): Promise<(MediaFacts | null)[]> {
  const { readMediaFacts } = await import('./validate/readMediaFacts.js');
  const known = files.map((file, at) => ({ file, format: formatOf(sniffed[at] ?? null) }));
  return mapLimited(known, MOST_AT_ONCE, async ({ file, format }) => (format ? readMediaFacts(file, format) : null));
}
