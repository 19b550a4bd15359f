import type { Album } from '../../api/contract.js';
import { policyOf } from '../../api/errorPolicy.js';
import type { AnyUploadError } from '../../shared/UploadError.js';
import { halvesOf, type Filable } from './planBatches.js';

/** What came of it. `album` is null where nothing was filed; `error` is why not all of it was. */
export interface FilingReport {
  readonly album: Album | null;
  readonly filedCount: number;
  readonly error: AnyUploadError | null;
}

export const NOTHING_FILED: FilingReport = { album: null, filedCount: 0, error: null };

export interface FileBatchesDeps {
  /** One call; gives the album that the batch is in now, or why it is not. */
  readonly send: (batch: readonly Filable[]) => Promise<Album | AnyUploadError>;
  readonly onDone: (batch: readonly Filable[], outcome: Album | AnyUploadError) => void;
  /** Aborted: nothing more is sent or told. */
  readonly signal: AbortSignal;
}

/** Enough to find a few files among hundreds, and an end where a host refuses all of them. */
const MOST_SPLITS = 16;

/** Sends batches one after the other, and halves of what is refused, so that a few files do not keep the others out. */
export async function fileBatches(
  batches: readonly (readonly Filable[])[],
  { send, onDone, signal }: FileBatchesDeps,
): Promise<FilingReport> {
  const waiting = [...batches];
  let report = NOTHING_FILED;
  let splitsLeft = MOST_SPLITS;
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    // After what hits every call, such as a lost connection, the rest would fail too, or make a second album.
    const stopped = report.error && !isRefusal(report.error) ? report.error : null;
    const outcome = stopped ?? (await send(batch));
    if (signal.aborted) return report;
    if (!('id' in outcome) && isRefusal(outcome) && batch.length > 1 && splitsLeft > 0) {
      splitsLeft -= 1;
      waiting.unshift(...halvesOf(batch));
      continue;
    }
    onDone(batch, outcome);
    report = 'id' in outcome ? { ...report, album: outcome, filedCount: report.filedCount + batch.length } : { ...report, error: outcome };
  }
  return report;
}

/** A host refuses a whole call for one image that is gone or not the person's own; the others may go in. */
const isRefusal = (error: AnyUploadError): boolean => policyOf(error).retry === 'never';
