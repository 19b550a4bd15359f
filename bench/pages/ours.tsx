import { createRoot } from 'react-dom/client';
import { createApiClient, createUploader } from '../../src/core.js';
import { LocaleProvider, UploaderBox, UploaderProvider } from '../../src/index.js';
import '../../src/theme/styles.css';
import { CONCURRENCY, ENDPOINT } from './subject.js';

const uploader = createUploader({ client: createApiClient({ endpoint: ENDPOINT }), concurrency: CONCURRENCY });
window.subject = {
  tile: '[data-part="tile"]',
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
