import { GatewayError } from './GatewayError.js';
import type { UploadFields } from './uploadFields.js';

/** A multipart body around a file that is still on its way: what stands before it and after it is known, so its length is, too. */
export interface MultipartFrame {
  readonly contentType: string;
  readonly before: Uint8Array<ArrayBuffer>;
  readonly after: Uint8Array<ArrayBuffer>;
}

export interface FilePart {
  readonly name: string;
  readonly mimeType: string;
}

const encoder = new TextEncoder();

/** As browsers write it. Source: RFC 7578 and the HTML standard's "escape a multipart/form-data name". */
const escapeName = (name: string): string => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');

/** A header's value may hold no line end: whatever is no media type is sent as bytes of an unknown kind. */
const safeMimeType = (mimeType: string): string => (/^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream');

/**
 * The frame of a V1.1 upload: its fields, then the file as `source`.
 *
 * @param boundary must not occur in the file; 16 random bytes make that sure enough
 */
export function frameUpload(fields: UploadFields, { name, mimeType }: FilePart, boundary: string): MultipartFrame {
  const source = `--${boundary}\r\nContent-Disposition: form-data; name="source"; filename="${escapeName(name)}"\r\nContent-Type: ${safeMimeType(mimeType)}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    before: encoder.encode(fieldParts(fields, boundary) + source),
    after: encoder.encode(`\r\n--${boundary}--\r\n`),
  };
}

/** Fields to stand before the parts of a form that has this boundary. */
export const frameFields = (fields: UploadFields, boundary: string): Uint8Array<ArrayBuffer> =>
  encoder.encode(fieldParts(fields, boundary));

/** @throws GatewayError when a value holds the boundary: it would end there, and go on as a part of its own */
function fieldParts(fields: UploadFields, boundary: string): string {
  const parts = Object.entries(fields).map(([field, value]) => {
    if (value.includes(boundary)) throw new GatewayError(400, 'The form could not be read');
    return `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`;
  });
  return parts.join('');
}

export const newBoundary = (): string =>
  `dropline-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
