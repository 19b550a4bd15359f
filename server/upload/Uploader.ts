import type { UserRow } from '../db/schema.js';

/** Who sends: a member or the administrator by key or session, or a guest. */
export interface Uploader {
  readonly user: UserRow | null;
  /** The session's, so that a guest can put into an album what he sent; null by key. */
  readonly sessionHash: string | null;
  readonly ip: string;
  /** Whose Idempotency-Keys these are. */
  readonly owner: string;
}
