import type { ItemId, UploadItem } from './item.js';
import { NO_TALLY, tallied, type Tally } from './tally.js';

/** Ten thousand items stand some ten to a bucket. */
const BUCKETS = 1_024;

type Bucket = ReadonlyMap<ItemId, UploadItem>;

/**
 * Items by their ids, like a `ReadonlyMap`. Never changes: a change gives another table, which shares all that is the same. To copy an object of ten thousand for each
 * byte that one of them has sent would take longer than the sending.
 */
export class ItemTable {
  static readonly empty = new ItemTable([], NO_TALLY);

  private constructor(
    private readonly buckets: readonly (Bucket | undefined)[],
    /** What all of them add up to; counted with each change, so that nobody has to walk through them. */
    readonly tally: Tally,
  ) {}

  static of(items: Iterable<UploadItem>): ItemTable {
    return ItemTable.empty.with(items);
  }

  /** The item, or undefined when there is none of this id. */
  get(id: ItemId): UploadItem | undefined {
    return this.buckets[bucketOf(id)]?.get(id);
  }

  /** A table with these in place of those of the same ids, or beside the others. */
  with(items: Iterable<UploadItem>): ItemTable {
    const buckets = [...this.buckets];
    const own = new Map<number, Map<ItemId, UploadItem>>();
    const came = [...items];
    const replaced: UploadItem[] = [];
    for (const item of came) {
      const at = bucketOf(item.id);
      const bucket = own.get(at) ?? new Map(buckets[at]);
      const before = bucket.get(item.id);
      if (before) replaced.push(before);
      bucket.set(item.id, item);
      own.set(at, bucket);
      buckets[at] = bucket;
    }
    return new ItemTable(buckets, tallied(this.tally, came, replaced));
  }
}

/** By three digits before the last, since ids are counted up: ten that come together share a bucket. Asked for each tile with each state, so nothing is parsed. */
function bucketOf(id: ItemId): number {
  const { length } = id;
  return (id.charCodeAt(length - 2) + id.charCodeAt(length - 3) * 10 + id.charCodeAt(length - 4) * 100) % BUCKETS;
}
