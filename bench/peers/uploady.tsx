import { useRef, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import UploadDropZone from '@rpldy/upload-drop-zone';
import { getUploadPreviewForBatchItemsMethod, type PreviewMethods } from '@rpldy/upload-preview';
import Uploady, { useAbortAll, useBatchAddListener, useUploady } from '@rpldy/uploady';
import '../pages/plain.css';
import { CONCURRENCY, ENDPOINT } from '../pages/subject.js';

/** Previews of what waits for a press of a button: by its documentation, those of `BATCH_ADD`. */
const Preview = getUploadPreviewForBatchItemsMethod(useBatchAddListener);

const Tile = ({ url }: { readonly url: string }): ReactElement => (
  <li>
    <img src={url} alt="" />
  </li>
);

let acceptedCount = 0;

function List(): ReactElement {
  const { upload, processPending, clearPending } = useUploady();
  const abortAll = useAbortAll();
  const previews = useRef<PreviewMethods>(null);
  useBatchAddListener((batch) => void (acceptedCount += batch.items.length));
  window.subject = {
    tile: 'li',
    take: (files) => upload(files),
    acceptedCount: () => acceptedCount,
    start: () => processPending(),
    clear: () => {
      abortAll();
      clearPending();
      previews.current?.clear();
      acceptedCount = 0;
    },
  };
  return (
    <UploadDropZone>
      <ul>
        <Preview PreviewComponent={Tile} previewMethodsRef={previews} />
      </ul>
    </UploadDropZone>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Uploady destination={{ url: ENDPOINT, filesParamName: 'source' }} autoUpload={false} concurrent maxConcurrent={CONCURRENCY} multiple>
      <List />
    </Uploady>,
  );
