/** Texts are small; what grows beyond this was made to. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Null when the bytes are no zlib stream, or one that grows beyond all measure. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await through(bytes, new DecompressionStream('deflate'));
  } catch {
    return null;
  }
}

export const deflate = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new CompressionStream('deflate'));

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const parts: BlobPart[] = [];
  let byteCount = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    byteCount += step.value.length;
    if (byteCount > MAX_BYTES) {
      await reader.cancel();
      throw new RangeError('Too long a text');
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
