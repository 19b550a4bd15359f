import type { UploadItem } from './item.js';

/** Whether what a person says about a file still counts: it was not sent yet, or a person may send it anew. */
export const canEdit = ({ status }: UploadItem): boolean =>
  status === 'ready' || status === 'queued' || status === 'failed' || status === 'unknown' || status === 'cancelled';
