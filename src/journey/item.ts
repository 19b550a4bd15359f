import type { Album, StoredImage, UploadOptions } from '../api/contract.js';
import type { MediaFormat } from '../shared/mediaFormat.js';
import type { AnyUploadError } from '../shared/UploadError.js';

/** Counted out by the uploader, in the order of adding; never made from a name and a size. */
export type ItemId = `item-${number}`;

/** Where an item's bytes are. `missing`: restored after a reload without them. */
export type Source =
  | {
      readonly kind: 'file';
      readonly file: File;
      readonly name: string;
      readonly sizeBytes: number;
      /** `holiday/day 1/a.jpg`; absent when it was not given with a folder. */
      readonly path?: string;
      /** What it weighed before it was made smaller; absent when it was not. */
      readonly originalSizeBytes?: number;
    }
  | { readonly kind: 'url'; readonly url: string; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string; readonly sizeBytes: number };

/** Why a check refused a source, with the facts that explain it. Expected, so a value and not an exception. */
export type Rejection =
  | { readonly code: 'validate.empty' }
  /** `found` is what the bytes or the name say, in capitals (`PDF`), null when nothing is known. */
  | { readonly code: 'validate.typeRefused'; readonly found: string | null; readonly formats: readonly MediaFormat[] }
  /** iPhones' own format, which no host of this API takes: it has to become JPEG first. */
  | { readonly code: 'validate.heic' }
  | { readonly code: 'validate.tooLarge'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly code: 'validate.tooSmall'; readonly sizeBytes: number; readonly limitBytes: number }
  /** Null: that side has no limit. */
  | {
      readonly code: 'validate.tooManyPixels';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly maxWidthPx: number | null;
      readonly maxHeightPx: number | null;
    }
  | { readonly code: 'validate.tooLong'; readonly durationSeconds: number; readonly limitSeconds: number }
  /** With this one the files of the batch would come to more than `limitBytes`. */
  | { readonly code: 'validate.totalTooLarge'; readonly limitBytes: number }
  /** The batch has `limitCount` files already. */
  | { readonly code: 'validate.tooMany'; readonly limitCount: number }
  /** The host does not fetch addresses. */
  | { readonly code: 'validate.urlRefused' }
  /** The browser cannot read it: a folder posing as a file, or a file that is gone by now. */
  | { readonly code: 'validate.unreadable' }
  /** The app's own check was asked and said nothing in time. */
  | { readonly code: 'validate.noAnswer' }
  /** The app's own check; `message` is in its words. */
  | { readonly code: 'validate.custom'; readonly message: string }
  /** The same bytes are listed already, under the name `sameAs`. `canKeep`: the person may add it all the same. */
  | { readonly code: 'validate.duplicate'; readonly sameAs: string; readonly canKeep: boolean };

/** The picture of an item, an axis of its own. `url` is an object URL that `preview/` made and revokes. */
export type Preview =
  | { readonly status: 'none' }
  | { readonly status: 'making' }
  | {
      readonly status: 'made';
      readonly url: string;
      /** Of the picture itself, upright. */
      readonly widthPx: number;
      readonly heightPx: number;
      /** 0 for stills. */
      readonly durationSeconds: number;
      /** False for the small picture that a camera put into its file; the sharp one follows. */
      readonly isSharp: boolean;
    }
  /** The browser cannot decode it; it may be a fine file all the same. */
  | { readonly status: 'undecodable' };

/** Whether a refused picture is being made to fit, or why it cannot be. */
export type Shrinking =
  | { readonly status: 'none' }
  | { readonly status: 'making' }
  /** What does it did not come, over a lost connection say: it can be asked for again. */
  | { readonly status: 'notLoaded' }
  | { readonly status: 'impossible'; readonly reason: 'video' | 'animated' | 'undecodable' | 'limitTooSmall' };

/** Why an item waits and when it goes on by itself. */
export type Waiting =
  | { readonly reason: 'backOff'; readonly untilMs: number; readonly error: AnyUploadError }
  /** The host limits uploads: the whole queue is paused, `UploaderState.pause` says until when. */
  | { readonly reason: 'rateLimit'; readonly error: AnyUploadError }
  | { readonly reason: 'offline'; readonly error: AnyUploadError };

/** Where a stored image lies, an axis of its own: filing never changes that it is stored. */
export type Filing =
  | { readonly status: 'none' }
  /** It was sent with an album; hosts do not answer whether they put it there. */
  | { readonly status: 'byHost'; readonly albumId: string }
  | { readonly status: 'filing'; readonly albumName: string }
  | { readonly status: 'filed'; readonly album: Album }
  | { readonly status: 'failed'; readonly albumName: string; readonly error: AnyUploadError };

interface ItemBase {
  readonly id: ItemId;
  readonly source: Source;
  /** By its bytes; null only where they could not be looked at. */
  readonly format: MediaFormat | null;
  readonly preview: Preview;
  /** What the person said about this one file. */
  readonly options: UploadOptions;
}

/** One file on its way. One status at a time: illegal states do not compile. `attempt` counts from 1. */
export type UploadItem =
  | (ItemBase & { readonly status: 'rejected'; readonly rejection: Rejection; readonly shrinking: Shrinking })
  | (ItemBase & { readonly status: 'ready' })
  | (ItemBase & { readonly status: 'queued'; readonly attempt: number })
  | (ItemBase & { readonly status: 'uploading'; readonly attempt: number; readonly sentBytes: number; readonly startedAtMs: number })
  | (ItemBase & { readonly status: 'processing'; readonly attempt: number; readonly startedAtMs: number })
  | (ItemBase & { readonly status: 'waiting'; readonly attempt: number; readonly waiting: Waiting })
  | (ItemBase & { readonly status: 'failed'; readonly attempt: number; readonly error: AnyUploadError })
  /** The bytes left and the answer was lost; nobody knows whether it is stored, so the person decides. */
  | (ItemBase & { readonly status: 'unknown'; readonly attempt: number; readonly error: AnyUploadError })
  /** `image` is null when it is stored but the host never gave its link. */
  | (ItemBase & { readonly status: 'uploaded'; readonly image: StoredImage | null; readonly filing: Filing })
  | (ItemBase & { readonly status: 'cancelled' });

/** Where a file stands. */
export type ItemStatus = UploadItem['status'];

/** What happens to an item. Times are given, never read. `queued` is also how a retry and the end of a wait begin. */
export type ItemEvent =
  | { readonly type: 'rejected'; readonly rejection: Rejection }
  /** What was refused is taken all the same. */
  | { readonly type: 'kept' }
  | { readonly type: 'shrinking'; readonly shrinking: Shrinking }
  /** A refused picture fits now. */
  | { readonly type: 'shrunk'; readonly source: Source; readonly format: MediaFormat }
  | { readonly type: 'queued' }
  | { readonly type: 'started'; readonly atMs: number }
  | { readonly type: 'progressed'; readonly sentBytes: number }
  | { readonly type: 'sent' }
  /** `albumId`: the album that was asked for with the upload. */
  | { readonly type: 'uploaded'; readonly image: StoredImage | null; readonly albumId?: string | undefined }
  | { readonly type: 'filed'; readonly filing: Filing }
  | { readonly type: 'waited'; readonly waiting: Waiting }
  | { readonly type: 'failed'; readonly error: AnyUploadError }
  | { readonly type: 'answerLost'; readonly error: AnyUploadError }
  | { readonly type: 'cancelled' }
  | { readonly type: 'previewed'; readonly preview: Preview }
  | { readonly type: 'optionsChanged'; readonly options: UploadOptions };

/** Bytes that have to travel for an item; 0 for an address, which the host fetches itself. */
export const sizeBytesOf = (source: Source): number => (source.kind === 'url' ? 0 : source.sizeBytes);
