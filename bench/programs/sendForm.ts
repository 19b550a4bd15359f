import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Program } from './startProgram.js';

const BOUNDARY = 'boundary-12345';
const CHUNK = Buffer.alloc(65_536);

export interface FormFile {
  readonly name: string;
  readonly mimeType: string;
  /** How the file begins; the rest is zeros. */
  readonly head: Buffer;
  readonly sizeBytes: number;
}

/** One file as a form, streamed. @throws when it is not answered with 200 */
export async function sendForm({ port, apiKey }: Pick<Program, 'port' | 'apiKey'>, path: string, file: FormFile): Promise<void> {
  const before = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="source"; filename="${file.name}"\r\nContent-Type: ${file.mimeType}\r\n\r\n`;
  const after = `\r\n--${BOUNDARY}--\r\n`;
  const headers = {
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    'Content-Length': before.length + file.sizeBytes + after.length,
    ...(apiKey !== '' && { 'X-API-Key': apiKey }),
  };
  const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
  const answered = once(outgoing, 'response');
  await pipeline(Readable.from(bodyOf(file, before, after)), outgoing);
  const [response] = (await answered) as [IncomingMessage];
  const text = await response.toArray();
  if (response.statusCode !== 200)
    throw new Error(`${path} answered ${response.statusCode}: ${Buffer.concat(text as Buffer[]).toString()}`);
}

function* bodyOf({ head, sizeBytes }: FormFile, before: string, after: string): Generator<Buffer> {
  yield Buffer.from(before);
  yield head;
  for (let left = sizeBytes - head.length; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
  yield Buffer.from(after);
}
