/** The least that a server could do: busboy onto the disk. Prints its port. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';

const [folder = ''] = process.argv.slice(2);
const server = createServer({ requestTimeout: 0 }, (incoming, outgoing) => {
  const written: Promise<void>[] = [];
  const form = busboy({ headers: incoming.headers });
  form.on('file', (_, file) => written.push(pipeline(file, createWriteStream(join(folder, randomUUID())))));
  form.on('close', () => void Promise.all(written).then(() => outgoing.end('{}')));
  incoming.pipe(form);
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
