import type { ItemId, ItemStatus, UploadItem } from './item.js';

/** Ten thousand items stand some ten to a bucket. */
const BUCKETS = 1_024;

type Bucket = ReadonlyMap<ItemId, UploadItem>;
type Counts = Readonly<Partial<Record<ItemStatus, number>>>;

/**
 * Items by their ids, like a `ReadonlyMap`. Never changes: a change gives another table, which shares all that is the same. To copy an object of ten thousand for each
 * byte that one of them has sent would take longer than the sending.
 */
export class ItemTable {
  static readonly empty = new ItemTable([], 0, {});

  private constructor(
    private readonly buckets: readonly (Bucket | undefined)[],
    /** How many items. */
    readonly size: number,
    private readonly counts: Counts,
  ) {}

  static of(items: Iterable<UploadItem>): ItemTable {
    return ItemTable.empty.with(items);
  }

  /** The item, or undefined when there is none of this id. */
  get(id: ItemId): UploadItem | undefined {
    return this.buckets[bucketOf(id)]?.get(id);
  }

  /** How many items stand in a status. */
  count(status: ItemStatus): number {
    return this.counts[status] ?? 0;
  }

  /** A table with these in place of those of the same ids, or beside the others. */
  with(items: Iterable<UploadItem>): ItemTable {
    const buckets = [...this.buckets];
    const own = new Map<number, Map<ItemId, UploadItem>>();
    const counts: Partial<Record<ItemStatus, number>> = { ...this.counts };
    let { size } = this;
    for (const item of items) {
      const at = bucketOf(item.id);
      const bucket = own.get(at) ?? new Map(buckets[at]);
      const before = bucket.get(item.id);
      if (before) counts[before.status] = (counts[before.status] ?? 0) - 1;
      else size += 1;
      counts[item.status] = (counts[item.status] ?? 0) + 1;
      bucket.set(item.id, item);
      own.set(at, bucket);
      buckets[at] = bucket;
    }
    return new ItemTable(buckets, size, counts);
  }
}

/** By its last three digits, since ids are counted up. Asked ten thousand times for each state, so nothing is parsed. */
function bucketOf(id: ItemId): number {
  const { length } = id;
  return (id.charCodeAt(length - 1) + id.charCodeAt(length - 2) * 10 + id.charCodeAt(length - 3) * 100) % BUCKETS;
}
