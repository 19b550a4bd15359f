import { createRoot } from 'react-dom/client';
import ImagePreview from 'filepond-plugin-image-preview';
import { FilePond, registerPlugin } from 'react-filepond';
import 'filepond/dist/filepond.min.css';
import 'filepond-plugin-image-preview/dist/filepond-plugin-image-preview.css';
import { CONCURRENCY, ENDPOINT } from '../pages/subject.js';

registerPlugin(ImagePreview);

function onPond(pond: FilePond | null): void {
  if (!pond) return;
  window.subject = {
    tile: '.filepond--item',
    take: (files) => void pond.addFiles(files),
    acceptedCount: () => pond.getFiles().length,
    start: () => void pond.processFiles(),
    clear: () => pond.removeFiles(),
  };
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <FilePond
      ref={onPond}
      allowMultiple
      instantUpload={false}
      maxParallelUploads={CONCURRENCY}
      name="source"
      server={{ process: ENDPOINT }}
    />,
  );
