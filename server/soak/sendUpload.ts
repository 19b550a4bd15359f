import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from './books.js';

export interface SendOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly agent: Agent;
  readonly throughGateway: boolean;
  /** Which part of the body is sent, 0 to 1: with less than all of it the connection is closed then. */
  readonly fraction: number;
  /** Whether the connection is closed as soon as the body is on its way, and nobody waits for the answer. */
  readonly leaves: boolean;
  /** In how many pieces, a tenth of a second from each other. */
  readonly pieces: number;
}

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly image: { readonly url: string; readonly delete_url?: string } | null }
  /** Nobody listened, or the last byte was held back. */
  | { readonly kind: 'not sent' }
  | { readonly kind: 'lost' };

const PATIENCE_MS = 120_000;
const PIECE_MS = 100;

/** Sends one file as a client does, or as one that leaves too early. Never rejects. */
export async function sendUpload(entry: Entry, options: SendOptions): Promise<Outcome> {
  const { path, type, body } = options.throughGateway ? rawBody(entry) : formBody(entry);
  const headers = {
    'Content-Type': type,
    'Content-Length': body.length,
    ...(!options.throughGateway && { 'X-API-Key': options.apiKey }),
    ...(entry.idempotencyKey !== null && { 'Idempotency-Key': entry.idempotencyKey }),
  };
  const outgoing = request(options.url + path, { method: 'POST', agent: options.agent, headers, timeout: PATIENCE_MS });
  outgoing.on('timeout', () => outgoing.destroy());
  const answer = answerTo(outgoing);
  const part = options.fraction < 1 ? body.subarray(0, Math.min(body.length - 1, Math.floor(body.length * options.fraction))) : body;
  await write(outgoing, part, options.pieces);
  if (part.length < body.length) {
    outgoing.destroy();
    await answer;
    return { kind: 'not sent' };
  }
  outgoing.end();
  if (options.leaves) outgoing.once('finish', () => outgoing.destroy());
  return answer;
}

async function write(outgoing: ClientRequest, body: Buffer, pieces: number): Promise<void> {
  const length = Math.ceil(body.length / pieces);
  for (let at = 0; at < body.length && !outgoing.destroyed; at += length) {
    if (at > 0) await wait(PIECE_MS);
    const isTaken = new Promise<void>((resolve) => outgoing.once('close', resolve).write(body.subarray(at, at + length), () => resolve()));
    await isTaken;
  }
}

function answerTo(outgoing: ClientRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    let hasBegun = false;
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve({ kind: error.code === 'ECONNREFUSED' ? 'not sent' : 'lost' }));
    outgoing.on('close', () => !hasBegun && resolve({ kind: 'lost' }));
    outgoing.on('response', (incoming) => {
      hasBegun = true;
      void readAnswer(incoming).then(resolve, () => resolve({ kind: 'lost' }));
    });
  });
}

async function readAnswer(incoming: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { image = null } = JSON.parse(text) as { image?: { url: string; delete_url?: string } };
  return { kind: 'answered', status: incoming.statusCode ?? 0, image };
}

interface Body {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

const typeOf = (name: string): string =>
  /\.(mp4|webm|mov)$/.exec(name) ? `video/${name.split('.').at(-1)?.replace('mov', 'quicktime')}` : 'image/png';

function formBody({ name, bytes }: Entry): Body {
  const head = `--x\r\nContent-Disposition: form-data; name="source"; filename="${name}"\r\nContent-Type: ${typeOf(name)}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
  return { path: '/api/1/upload', type: 'multipart/form-data; boundary=x', body };
}

const rawBody = ({ name, bytes }: Entry): Body => ({ path: `/gateway/upload?name=${name}`, type: typeOf(name), body: bytes });
