import { drawStill, type Picture } from './picture.js';

export interface StillRequest {
  readonly requestId: number;
  readonly file: Blob;
}
export interface StillReply {
  readonly requestId: number;
  /** Null when the browser cannot decode the file. */
  readonly picture: Picture | null;
}

self.addEventListener('message', ({ data: { requestId, file } }: MessageEvent<StillRequest>) => {
  drawStill(file).then(
    (picture) => self.postMessage({ requestId, picture } satisfies StillReply),
    () => self.postMessage({ requestId, picture: null } satisfies StillReply),
  );
});
