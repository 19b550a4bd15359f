import { MEDIA_FORMAT_FACTS } from '../shared/mediaFormat.js';
import type { UploadItem } from './item.js';

type Shrinkable = UploadItem & { readonly status: 'rejected'; readonly source: { readonly kind: 'file' } };

const MENDABLE = ['validate.tooLarge', 'validate.tooManyPixels', 'validate.heic'];

/** Whether a refused file is a picture that may fit when it is made smaller, and nothing has come of it yet. */
export const canShrink = (item: UploadItem | undefined): item is Shrinkable =>
  item?.status === 'rejected' &&
  item.source.kind === 'file' &&
  (item.shrinking.status === 'none' || item.shrinking.status === 'notLoaded') &&
  MENDABLE.includes(item.rejection.code) &&
  !(item.format && MEDIA_FORMAT_FACTS[item.format].kind === 'video');
