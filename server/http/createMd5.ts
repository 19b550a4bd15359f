import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** The checksum of what streams by. */
export interface Md5 {
  /** Wait for it before the next one: the thread that hashes must not fall far behind. */
  update(chunk: Buffer): Promise<void> | void;
  /** Hexadecimal. Ends it, also where it is not wanted any more. */
  digest(): Promise<string>;
}

/** Less is hashed where it comes in: handing it over would take longer. */
const THREAD_FROM_BYTES = 4_000_000;
/** Handed over and not yet hashed. */
const MAX_AHEAD_BYTES = 2_000_000;

/**
 * A gigabyte takes a second or more to hash, in which the event loop would serve nobody: what is large is hashed in a thread of its own.
 *
 * @param expectedBytes about how much will come; 0 where nobody said
 */
export function createMd5(expectedBytes: number): Md5 {
  if (expectedBytes >= THREAD_FROM_BYTES) return startInThread();
  const hash = createHash('md5');
  return { update: (chunk) => void hash.update(chunk), digest: async () => hash.digest('hex') };
}

type Reply = { readonly hashedBytes: number; readonly md5: string | null };
interface Listener {
  onReply(reply: Reply): void;
  onEnd(error: Error): void;
}

let worker: Worker | null = null;
let lastId = 0;
const listeners = new Map<number, Listener>();

/** One for all; it ends with the process, or by a fault: then the next one starts another. */
function threadOf(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./md5Worker.mjs', import.meta.url), { execArgv: [] });
  started.unref();
  started.on('message', ({ id, ...reply }: Reply & { readonly id: number }) => listeners.get(id)?.onReply(reply));
  started.on('error', (error) => {
    if (worker === started) worker = null;
    for (const { onEnd } of listeners.values()) onEnd(error);
    listeners.clear();
  });
  return (worker = started);
}

function startInThread(): Md5 {
  const id = ++lastId;
  const thread = threadOf();
  let aheadBytes = 0;
  let goOn = (): void => undefined;
  const digested = new Promise<string>((resolve, reject) => {
    listeners.set(id, {
      onReply({ hashedBytes, md5 }) {
        aheadBytes -= hashedBytes;
        if (aheadBytes <= MAX_AHEAD_BYTES) goOn();
        if (md5 === null) return;
        listeners.delete(id);
        resolve(md5);
      },
      onEnd(error) {
        goOn();
        reject(error);
      },
    });
  });
  // Whoever breaks off does not ask for it.
  digested.catch(() => undefined);
  return {
    update(chunk) {
      // A copy, since a chunk is a window on memory that is somebody else's too.
      const own = new Uint8Array(chunk);
      aheadBytes += own.length;
      thread.postMessage({ id, chunk: own, isLast: false }, [own.buffer]);
      return aheadBytes > MAX_AHEAD_BYTES ? new Promise((resolve) => (goOn = resolve)) : undefined;
    },
    digest() {
      thread.postMessage({ id, chunk: null, isLast: true });
      return digested;
    },
  };
}
