import { policyOf } from '../../api/errorPolicy.js';
import type { UploadItem } from '../item.js';

/** Whether a person's retry of this item could pass. Pure. */
export function canRetry(item: UploadItem): boolean {
  if (item.source.kind === 'missing') return false;
  if (item.status === 'failed') return policyOf(item.error).retry !== 'never';
  return item.status === 'cancelled' || item.status === 'unknown';
}
