import type { Album, AlbumDraft, HostLimits, StoredImage, UploadOptions } from './contract.js';

/** What is sent: a file's bytes with its name and true media type, or the address of a picture that the host fetches. */
export type UploadSource =
  | { readonly kind: 'file'; readonly blob: Blob; readonly name: string; readonly mimeType: string }
  | { readonly kind: 'url'; readonly url: string };

/** What an upload tells on its way, and how it is stopped. */
export interface UploadCallOptions {
  /** Bytes of the file handed to the network so far, 0 to the blob's size; never called after the promise settles. */
  readonly onSentBytes: (sentBytes: number) => void;
  /** Stops the upload; the promise then rejects with `signal.reason`. Aborted before the call, nothing is sent. */
  readonly signal: AbortSignal;
  /** The same for every attempt to send one item, so that a host which keeps it stores the item once. */
  readonly idempotencyKey: string;
}

/**
 * The port through which the journey talks to a host. What a client cannot do is absent, and the widget then hides it.
 * Every method rejects with an `UploadError`, or with `signal.reason` when aborted.
 */
export interface UploadClient {
  /** Names host and account, for query keys: two clients with one identity share what was fetched. Never a secret. */
  readonly identity: string;
  /**
   * What a re-send after a lost answer does. `idempotent`: gives the first answer, so it is safe. `refusesDuplicates`: is answered
   * `file.duplicate` if the first was stored. `mayDuplicate`: may store it twice, so a person decides.
   */
  readonly resend: 'idempotent' | 'refusesDuplicates' | 'mayDuplicate';
  upload(source: UploadSource, options: UploadOptions, call: UploadCallOptions): Promise<StoredImage>;
  /** Where a plain form may post a file as `source`, without any script, and gets a page back. */
  readonly formAction?: string;
  limits?(signal: AbortSignal): Promise<HostLimits>;
  listAlbums?(signal: AbortSignal): Promise<readonly Album[]>;
  /** Makes an album and moves the images into it. */
  createAlbum?(draft: AlbumDraft, imageIds: readonly string[], signal: AbortSignal): Promise<Album>;
  moveToAlbum?(albumId: string, imageIds: readonly string[], signal: AbortSignal): Promise<Album>;
  deleteImage?(imageId: string, signal: AbortSignal): Promise<void>;
  editImage?(imageId: string, options: UploadOptions, signal: AbortSignal): Promise<StoredImage>;
}
