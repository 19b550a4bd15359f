/** What each page gives to the measures; ask `window.subject` anew each time, since a page may put another there with each render. */
export interface Subject {
  /** Which elements are the tiles, one for each file that is shown. */
  readonly tile: string;
  /** How files get in; without it, as a person gives them: by a drop. */
  take?(files: File[]): void;
  /** Files listed so far; cheap, it is asked each frame. */
  acceptedCount(): number;
  /** Sends all that was taken to `ENDPOINT`, `CONCURRENCY` at once. */
  start(): void;
  clear(): void;
}

declare global {
  interface Window {
    subject?: Subject;
  }
}

export const CONCURRENCY = 6;
/** Takes uploads as fast as the page's own address says. */
export const ENDPOINT = new URL(`/sink${location.search}`, location.href).href;

/** The least that an upload takes. */
function send(file: File, onSentBytes: (sentBytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded }) => onSentBytes(loaded));
    request.addEventListener('load', () => resolve());
    request.addEventListener('error', () => reject(new Error('The upload failed.')));
    request.open('POST', ENDPOINT);
    const form = new FormData();
    form.append('source', file);
    request.send(form);
  });
}

/** `CONCURRENCY` lines that each take the next file when one is done. */
export function sendInTurn(files: readonly File[], onSentBytes: (at: number, sentBytes: number) => void): void {
  let next = 0;
  const line = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at];
      // One after the other is the purpose of a line.
      // oxlint-disable-next-line no-await-in-loop
      if (file) await send(file, (sentBytes) => onSentBytes(at, sentBytes));
    }
  };
  for (let i = 0; i < CONCURRENCY; i++) void line();
}

export function onDrop(take: (files: File[]) => void): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
