import { type Agent, request } from 'node:http';

/** Of a plain GET, by connections that are closed with their agent; the status is 0 where nobody listened, and null says that it was not answered as a whole. */
export function get(url: string, agent: Agent): Promise<{ readonly status: number; readonly body: Buffer } | null> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const outgoing = request(url, { agent }, (incoming) => {
      hasBegun = true;
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) }));
      incoming.on('error', () => resolve(null)).on('close', () => resolve(null));
    });
    outgoing.on('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'ECONNREFUSED' ? { status: 0, body: Buffer.alloc(0) } : null),
    );
    outgoing.on('close', () => !hasBegun && resolve(null));
    outgoing.end();
  });
}
