import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';

/** One upload as the upstream received it. */
export interface ReceivedUpload {
  readonly headers: IncomingMessage['headers'];
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

export type Behaviour = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** A small host on a free port that reads V1.1 multiparts and keeps what it got. */
export async function startUpstream() {
  const uploads: ReceivedUpload[] = [];
  const state = { aborted: 0, behave: null as Behaviour | null };
  const server = createServer((incoming, outgoing) => {
    incoming.on('aborted', () => state.aborted++);
    if (state.behave) return state.behave(incoming, outgoing);
    if (incoming.method !== 'POST' || incoming.url !== '/api/1/upload') return answer(outgoing, 404, {});
    void receive(incoming).then((upload) => {
      uploads.push(upload);
      answer(outgoing, 200, {
        status_code: 200,
        image: { id_encoded: String(uploads.length), url_viewer: 'https://host.example/image/1' },
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, uploads, state, close };
}

export function answer(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Set-Cookie': 'host=secret' });
  outgoing.end(JSON.stringify(body));
}

function receive(incoming: IncomingMessage): Promise<ReceivedUpload> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const chunks: Buffer[] = [];
    let file = { fileName: '', mimeType: '' };
    const parser = busboy({ headers: incoming.headers, defParamCharset: 'utf8' });
    parser.on('field', (name, value) => (fields[name] = value));
    parser.on('file', (_name, stream, { filename, mimeType }) => {
      file = { fileName: filename ?? '', mimeType };
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    parser.on('close', () => resolve({ headers: incoming.headers, fields, ...file, bytes: Buffer.concat(chunks) }));
    parser.on('error', reject);
    incoming.on('error', () => {});
    incoming.pipe(parser);
  });
}
