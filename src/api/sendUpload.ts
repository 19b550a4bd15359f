import { type AnyUploadError, isUploadError, UploadError } from '../shared/UploadError.js';
import type { StoredImage } from './contract.js';
import { readImage, readReply } from './readReply.js';
import { send, type SendRequest } from './send.js';
import type { UploadCallOptions, UploadSource } from './UploadClient.js';

export type UploadRequest = Omit<SendRequest, 'file' | 'onSentBytes' | 'signal'> & { readonly source: UploadSource };

/** Sends one upload and reads the stored image out of its answer. Rejects as `UploadClient.upload` does. */
export async function sendUpload({ source, ...request }: UploadRequest, { onSentBytes, signal }: UploadCallOptions): Promise<StoredImage> {
  const answer = await send({ ...request, file: source.kind === 'file' ? source.blob : null, onSentBytes, signal });
  const reply = readReply(answer, readImage);
  if (isUploadError(reply)) throw source.kind === 'url' ? aboutAddress(reply) : reply;
  return reply;
}

/** Of an address that it could not fetch, a host says what it says of a type that it does not know. */
const aboutAddress = (error: AnyUploadError): AnyUploadError =>
  error.code === 'file.typeRefused' && error.details.format === null
    ? new UploadError('file.unreadable', { hostMessage: '' }, { cause: error })
    : error;
