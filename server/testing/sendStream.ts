import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FORM_END } from './rawClient.js';
import type { StartedServer } from './startServer.js';

const CHUNK = Buffer.alloc(65_536);

export interface StreamedFile {
  readonly name: string;
  readonly mimeType: string;
  /** How the file begins; the rest is zeros. */
  readonly head: Buffer;
  readonly sizeBytes: number;
}

/** Uploads a file of any size without ever having it in memory, on a connection of its own. */
export async function sendStream(
  { url, apiKey }: Pick<StartedServer, 'url' | 'apiKey'>,
  { name, mimeType, head, sizeBytes }: StreamedFile,
): Promise<{ status: number; text: string }> {
  const start = `--x\r\nContent-Disposition: form-data; name="source"; filename="${name}"\r\nContent-Type: ${mimeType}\r\n\r\n`;
  const headers = {
    'X-API-Key': apiKey,
    'Content-Type': 'multipart/form-data; boundary=x',
    'Content-Length': start.length + sizeBytes + FORM_END.length,
  };
  const outgoing = request(`${url}/api/1/upload`, { method: 'POST', headers, agent: false });
  const answered = once(outgoing, 'response');
  function* body(): Generator<Buffer> {
    yield Buffer.concat([Buffer.from(start), head]);
    for (let left = sizeBytes - head.length; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
    yield Buffer.from(FORM_END);
  }
  await pipeline(Readable.from(body()), outgoing);
  const [response] = (await answered) as [IncomingMessage];
  return { status: response.statusCode ?? 0, text: Buffer.concat((await response.toArray()) as Buffer[]).toString() };
}
