// JavaScript as it is: a thread is started by Node alone, whoever compiles the rest.
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

const hashes = new Map();

parentPort.on('message', ({ id, chunk, isLast }) => {
  const hash = hashes.get(id) ?? createHash('md5');
  hashes.set(id, hash);
  if (chunk) hash.update(chunk);
  if (isLast) hashes.delete(id);
  parentPort.postMessage({ id, hashedBytes: chunk?.length ?? 0, md5: isLast ? hash.digest('hex') : null });
});
