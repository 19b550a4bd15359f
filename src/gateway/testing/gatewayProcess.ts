/** A gateway in a process of its own, so that its memory is its own: prints its port, then, for each line it reads, its memory in bytes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { createGateway } from '../../gateway.js';
import { createNodeHandler } from '../../gateway-node.js';

const [upstream = '', albumId = ''] = process.argv.slice(2);
const authorize = () => ({ isAllowed: true, fields: { album_id: albumId } }) as const;
const gateway = createGateway({ upstream, apiKey: 'key', ...(albumId !== '' && { authorize }) });
const server = createServer({ requestTimeout: 0 }, createNodeHandler(gateway));
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

let highestBytes = 0;
setInterval(() => (highestBytes = Math.max(highestBytes, process.memoryUsage.rss())), 20).unref();

// `start` forgets the highest; both answer what is resident now and the highest since.
createInterface({ input: process.stdin })
  .on('line', (line) => {
    globalThis.gc?.();
    const residentBytes = process.memoryUsage.rss();
    if (line === 'start') highestBytes = residentBytes;
    console.log(JSON.stringify({ residentBytes, highestBytes }));
  })
  .on('close', () => process.exit(0));
