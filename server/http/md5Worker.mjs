// JavaScript as it is: a thread is started by Node alone, whoever compiles the rest.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const PIECE_BYTES = 262_144;
const piece = Buffer.allocUnsafe(PIECE_BYTES);
/** By the id of its file: how far it has been read, and what that comes to. */
const open = new Map();

parentPort.on('message', (message) => {
  try {
    if (message.kind === 'drop') close(message.id);
    else follow(message);
  } catch (error) {
    close(message.id);
    parentPort.postMessage({ id: message.id, error: String(error) });
  }
});

function follow({ id, path, writtenBytes, isWhole }) {
  const file = open.get(id) ?? { descriptor: openSync(path, 'r'), hash: createHash('md5'), readBytes: 0 };
  open.set(id, file);
  while (file.readBytes < writtenBytes) {
    const wantedBytes = Math.min(PIECE_BYTES, writtenBytes - file.readBytes);
    const bytes = readSync(file.descriptor, piece, 0, wantedBytes, file.readBytes);
    if (bytes === 0) throw new Error(`only ${file.readBytes} of ${writtenBytes} bytes are there`);
    file.hash.update(piece.subarray(0, bytes));
    file.readBytes += bytes;
  }
  if (!isWhole) return;
  close(id);
  parentPort.postMessage({ id, md5: file.hash.digest('hex') });
}

function close(id) {
  const file = open.get(id);
  open.delete(id);
  if (file) closeSync(file.descriptor);
}
