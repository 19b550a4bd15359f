import { delay } from '../../shared/delay.js';
import type { MediaFacts } from './readMediaFacts.js';

/** A broken film may neither load nor fail. */
const MOST_MS = 5_000;

/** What the browser reads of a film without decoding it; null when it cannot, and where there is none. Never rejects. */
export async function readFilmFacts(file: Blob): Promise<MediaFacts | null> {
  if (typeof document === 'undefined') return null;
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  const timer = new AbortController();
  try {
    const loaded = new Promise<boolean>((resolve) => {
      video.addEventListener('loadedmetadata', () => resolve(true), { once: true });
      video.addEventListener('error', () => resolve(false), { once: true });
    });
    video.preload = 'metadata';
    video.muted = true;
    video.src = url;
    const isLoaded = await Promise.race([loaded, delay(MOST_MS, timer.signal).then(() => false)]);
    if (!isLoaded) return null;
    // A recording that was streamed into its file does not know its length.
    const durationSeconds = Number.isFinite(video.duration) ? video.duration : 0;
    return { widthPx: video.videoWidth, heightPx: video.videoHeight, durationSeconds };
  } finally {
    timer.abort();
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}
