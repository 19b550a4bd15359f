import type { MediaFormat } from '../../src/shared/mediaFormat.js';
import type { PreparedMedia, Received } from './prepareMedia.js';
import type { VideoTools } from './tools.js';

/** What a media process is asked. All of it is plain data, since it travels between processes. */
export type MediaJob =
  | { readonly kind: 'sniff'; readonly path: string; readonly declaredMime: string | null }
  | { readonly kind: 'prepare'; readonly received: Received; readonly tools: VideoTools | null };

export interface MediaResults {
  sniff: MediaFormat;
  prepare: PreparedMedia;
}

/** What it answers; a refusal is in the words of the API, with its reason for the log. */
export type MediaAnswer = { readonly residentBytes: number } & (
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: number | string; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly code: string | null }
);
