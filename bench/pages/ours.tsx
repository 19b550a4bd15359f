import { createRoot } from 'react-dom/client';
import { createUploader, type StoredImage, type UploadClient } from '../../src/core.js';
import { LocaleProvider, UploaderBox, UploaderProvider } from '../../src/index.js';
import '../../src/theme/styles.css';
import { CONCURRENCY, fakeUpload } from './subject.js';

const STORED: StoredImage = {
  id: 'a',
  kind: 'image',
  title: '',
  fileName: 'a.png',
  mimeType: 'image/png',
  sizeBytes: 1,
  widthPx: 1,
  heightPx: 1,
  durationSeconds: 0,
  isAnimated: false,
  isApproved: true,
  md5: null,
  expiresAtMs: null,
  url: null,
  viewerUrl: 'http://127.0.0.1/a',
  thumbUrl: null,
  mediumUrl: null,
  frameUrl: null,
  deleteUrl: null,
};

const client: UploadClient = {
  identity: 'bench',
  resend: 'idempotent',
  async upload(source, _options, { onSentBytes, signal }) {
    await fakeUpload(source.kind === 'file' ? source.blob.size : 0, onSentBytes, signal);
    return STORED;
  },
};

const uploader = createUploader({ client, concurrency: CONCURRENCY });
window.subject = {
  acceptedCount: () => uploader.getState().ids.length,
  start: () => uploader.start(),
  clear: () => uploader.clear(),
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <UploaderProvider uploader={uploader}>
      <LocaleProvider locale="en">
        <UploaderBox />
      </LocaleProvider>
    </UploaderProvider>,
  );
}
