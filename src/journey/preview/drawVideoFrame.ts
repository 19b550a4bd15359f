import { delay } from '../../shared/delay.js';
import { drawPicture, type Picture } from './picture.js';

/** A file that the browser neither plays nor refuses must not hold back the others. */
const TIMEOUT_MS = 10_000;

/**
 * A video's frame at a quarter of its length, where films have left their black beginning.
 *
 * @throws when the browser cannot decode it or takes too long; `signal.reason` when aborted
 */
export async function drawVideoFrame(file: Blob, signal: AbortSignal): Promise<Picture> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true, preload: 'auto' });
  const url = URL.createObjectURL(file);
  try {
    const loaded = eventOf(video, 'loadeddata', either);
    video.src = url;
    await loaded;
    // A recording that was streamed into its file does not know its length.
    const durationSeconds = Number.isFinite(video.duration) ? video.duration : 0;
    if (durationSeconds > 0) {
      const sought = Promise.all([eventOf(video, 'seeked', either), framePresented(video, either)]);
      video.currentTime = durationSeconds / 4;
      await sought;
    }
    if (video.videoWidth === 0) throw new Error('The file has no picture track');
    return await drawPicture(video, { widthPx: video.videoWidth, heightPx: video.videoHeight }, 'mp4', durationSeconds);
  } finally {
    // Lets go of the decoder: removing the element alone does not.
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

/** A page that is not looked at presents no frames; then what there is has to do. */
const PRESENTED_WITHIN_MS = 500;

/** On a busy machine `seeked` comes before the frame that was sought, and a film drawn then is black. */
async function framePresented(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  if (!('requestVideoFrameCallback' in video)) return;
  const presented = new Promise<void>((resolve) => {
    // The first one may come late as well.
    const look = (_: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
      if (mediaTime > 0) resolve();
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
  await Promise.race([presented, delay(PRESENTED_WITHIN_MS, signal)]);
}

function eventOf(video: HTMLVideoElement, type: 'loadeddata' | 'seeked', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const finish = (act: () => void) => (): void => {
      settled.abort();
      act();
    };
    signal.throwIfAborted();
    signal.addEventListener(
      'abort',
      finish(() => reject(signal.reason)),
      { signal: settled.signal },
    );
    video.addEventListener(type, finish(resolve), { signal: settled.signal });
    video.addEventListener(
      'error',
      finish(() => reject(new Error(video.error?.message ?? 'The video cannot be decoded'))),
      { signal: settled.signal },
    );
  });
}
