import { createRoot } from 'react-dom/client';
import Uppy from '@uppy/core';
import Dashboard from '@uppy/react/dashboard';
import XHRUpload from '@uppy/xhr-upload';
import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';
import { CONCURRENCY, ENDPOINT } from '../pages/subject.js';

const uppy = new Uppy().use(XHRUpload, { endpoint: ENDPOINT, fieldName: 'source', limit: CONCURRENCY });
window.subject = {
  tile: '.uppy-Dashboard-Item',
  take: (files) => uppy.addFiles(files.map((file) => ({ name: file.name, type: file.type, data: file, source: 'Local' }))),
  acceptedCount: () => uppy.getFiles().length,
  start: () => void uppy.upload(),
  clear: () => uppy.clear(),
};

const root = document.getElementById('root');
if (root) createRoot(root).render(<Dashboard uppy={uppy} width="100%" height={760} />);
