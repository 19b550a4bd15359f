import type { Context } from 'hono';
import type { ApiError } from '../apiError.js';
import type { FullImage } from '../db/images.js';
import { requestIdOf, type ServerEnv } from '../http/serverEnv.js';

/** A line of the log, and the metrics. Nothing of the file but its kind and size: names and titles are their owner's. */
export function tellStored(c: Context<ServerEnv>, { row, files }: FullImage): void {
  const { log, metrics } = c.var.server;
  metrics.uploadStored(row.kind);
  const bytes = files.find(({ role }) => role === 'image')?.size ?? 0;
  log.info({ requestId: requestIdOf(c), image: row.code, account: row.user_id, kind: row.kind, bytes }, 'upload stored');
}

export function tellRefused(c: Context<ServerEnv>, { code, message }: Pick<ApiError, 'code' | 'message'>): void {
  const { log, metrics } = c.var.server;
  metrics.uploadRefused(code);
  log.info({ requestId: requestIdOf(c), code, reason: message }, 'upload refused');
}
