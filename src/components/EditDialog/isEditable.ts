import { canEdit } from '../../journey/canEdit.js';
import type { UploadItem } from '../../journey/item.js';

/** What waits to be tried again is sent as it was at first, so that the host can tell that it is the same upload. */
export const isEditable = (item: UploadItem): boolean => canEdit(item) && item.status !== 'waiting';
