/** Reads parts of a file, ahead in windows, so that a walk over many small heads asks for few slices. */
export interface ByteReader {
  readonly size: number;
  /** Fewer bytes than asked for where the file ends. A view: copy what is to be kept or changed. */
  read(from: number, byteCount: number): Promise<Uint8Array>;
}

const WINDOW_BYTES = 128 * 1024;

/** Its `read` rejects when the file cannot be read. */
export function createByteReader(file: Blob): ByteReader {
  let window = new Uint8Array();
  let windowFrom = 0;
  return {
    size: file.size,
    async read(from, byteCount) {
      const to = Math.min(file.size, from + byteCount);
      if (from < windowFrom || to > windowFrom + window.length) {
        window = new Uint8Array(await file.slice(from, Math.max(to, from + WINDOW_BYTES)).arrayBuffer());
        windowFrom = from;
      }
      return window.subarray(from - windowFrom, Math.max(from, to) - windowFrom);
    },
  };
}

/** Bytes as characters of the same number, so that what is found in the text is at the same place in the bytes. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Whether the bytes at a place are these characters. */
export function isText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
