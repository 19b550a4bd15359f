import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const CHUNK_BYTES = 4_000_000;

/**
 * SHA-256 of a file as hexadecimal, read in chunks, so that a film of gigabytes takes no more memory than one of them. `crypto.subtle` can
 * neither do that nor is it there on plain HTTP.
 *
 * @throws DOMException when the file cannot be read
 */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}
