import type { UploadCallOptions, UploadSource } from '../UploadClient.js';

export const call = (over: Partial<UploadCallOptions> = {}): UploadCallOptions => ({
  onSentBytes: () => {},
  signal: new AbortController().signal,
  idempotencyKey: 'key-1',
  ...over,
});

export const fileSource = (name: string, mimeType: string, text = 'bytes'): UploadSource => ({
  kind: 'file',
  blob: new Blob([text]),
  name,
  mimeType,
});

/** A part of a multipart body, by its field's name. */
export function partOf(body: string, name: string): { readonly head: string; readonly value: string } | null {
  const part = body.split(/\r\n?--/).find((each) => each.includes(`name="${name}"`));
  const [head = '', ...rest] = part?.split('\r\n\r\n') ?? [];
  return part === undefined ? null : { head, value: rest.join('\r\n\r\n') };
}
