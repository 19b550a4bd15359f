import { createFileWorker } from '../../shared/createFileWorker.js';
import { sniffFiles, type FileSniffed } from './sniffFiles.js';

export interface FileSniffer {
  /** What the first bytes of files say, in their order. Never rejects, unless this was destroyed meanwhile. */
  sniff(files: readonly Blob[]): Promise<readonly FileSniffed[]>;
  destroy(): void;
}

/** More than this is read in a worker: each slice of a file is a question to the browser's own process, and the page stands still for it. */
const MOST_HERE = 64;

const start = (): Worker => new Worker(new URL('./sniff.worker.ts', import.meta.url), { type: 'module' });

/** Looks at files by their first bytes; its worker starts when many come at once. */
export function createFileSniffer(): FileSniffer {
  const worker = createFileWorker<readonly FileSniffed[], readonly Blob[]>(start, sniffFiles);
  return {
    sniff: (files) => (files.length > MOST_HERE ? worker.call(files) : sniffFiles(files)),
    destroy: worker.destroy,
  };
}
