import { once } from 'node:events';
import type { Server } from 'node:http';

/** Uploads that run when the process is stopped may end within this time. */
const GRACE_MS = 5_000;
/** Then those that are refused may read their answer. */
const LAST_WORDS_MS = 500;
const IDLE_MS = 50;

/** @throws Error that says what to do when the port is not free or not ours to open */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(reasonOf(cause as NodeJS.ErrnoException, port, host), { cause });
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use, so the server cannot listen. Stop what runs there, or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${JSON.stringify(host)}, which is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for every one.`;
  return `The server cannot listen on ${host}:${port}: ${message}`;
}

/** Takes no new connections, lets what runs end within the grace time, then has it refused, then closes what is left. */
export async function stopServer(server: Server, refuseRunning: () => void): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that has had its answer would be kept alive for seconds.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const isClosed = closed.then(() => true);
  try {
    if (await Promise.race([isClosed, timeOut(GRACE_MS)])) return;
    refuseRunning();
    if (await Promise.race([isClosed, timeOut(LAST_WORDS_MS)])) return;
    server.closeAllConnections();
    await closed;
  } finally {
    clearInterval(idle);
  }
}

const timeOut = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
