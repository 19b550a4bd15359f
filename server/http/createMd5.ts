import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** The checksum of a file that is being written. */
export interface Md5 {
  /** Another chunk is on its way into the file. */
  update(chunk: Buffer): void;
  /** Hexadecimal, of the file that is whole now. Ends it. @throws Error when the file cannot be read */
  digest(): Promise<string>;
  /** Ends it where nobody wants it any more. */
  drop(): void;
}

export interface FileBeingWritten {
  readonly path: string;
  /** About how much will come; 0 where nobody said. */
  readonly expectedBytes: number;
  /** How much of it has reached the file. */
  readonly writtenBytes: () => number;
}

/** Less is hashed where it comes in: a thread would take longer to begin. */
const THREAD_FROM_BYTES = 4_000_000;
/** So much more has to be there before the thread hears of it. */
const TOLD_EVERY_BYTES = 2_000_000;

/**
 * A gigabyte takes a second or more to hash, in which the event loop would serve nobody: what is large is hashed in a thread of its own, which reads the file behind the
 * writing. So nothing is copied to it and nothing waits in memory.
 */
export function createMd5(file: FileBeingWritten): Md5 {
  if (file.expectedBytes >= THREAD_FROM_BYTES) return followInThread(file);
  const hash = createHash('md5');
  return { update: (chunk) => void hash.update(chunk), digest: async () => hash.digest('hex'), drop: () => undefined };
}

interface Reply {
  readonly id: number;
  readonly md5?: string;
  readonly error?: string;
}
interface Listener {
  resolve(md5: string): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
let lastId = 0;
const listeners = new Map<number, Listener>();

/** One for all; it ends with the process, or by a fault: then the next one starts another. */
function threadOf(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./md5Worker.mjs', import.meta.url), { execArgv: [] });
  started.unref();
  started.on('message', ({ id, md5, error }: Reply) => {
    const listener = listeners.get(id);
    listeners.delete(id);
    if (md5 === undefined) listener?.reject(new Error(`A received file could not be read: ${error}`));
    else listener?.resolve(md5);
  });
  started.on('error', (error) => {
    if (worker === started) worker = null;
    for (const { reject } of listeners.values()) reject(error);
    listeners.clear();
  });
  return (worker = started);
}

function followInThread({ path, writtenBytes }: FileBeingWritten): Md5 {
  const id = ++lastId;
  const thread = threadOf();
  let toldBytes = 0;
  const digested = new Promise<string>((resolve, reject) => listeners.set(id, { resolve, reject }));
  // It may fail before anybody asks for it, and whoever breaks off never does.
  digested.catch(() => undefined);
  const tell = (isWhole: boolean): void => {
    toldBytes = writtenBytes();
    thread.postMessage({ kind: 'follow', id, path, writtenBytes: toldBytes, isWhole });
  };
  return {
    update() {
      if (writtenBytes() - toldBytes >= TOLD_EVERY_BYTES) tell(false);
    },
    digest() {
      tell(true);
      return digested;
    },
    drop() {
      listeners.delete(id);
      thread.postMessage({ kind: 'drop', id });
    },
  };
}
