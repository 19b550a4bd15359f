import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Upload, type UploadFile, type UploadProps } from 'antd';
import { sendInTurn } from '../pages/subject.js';

type Waiting = Parameters<NonNullable<UploadProps['customRequest']>>[0];

/** It has no limit of its own to what is under way at once, so its requests wait here. */
const waiting: Waiting[] = [];

function start(): void {
  const all = waiting.splice(0);
  sendInTurn(
    all.map(({ file }) => file as File),
    (at, sentBytes) => {
      const { file, onProgress, onSuccess } = all[at] ?? {};
      const percent = (sentBytes / (file as File).size) * 100;
      onProgress?.({ percent });
      if (percent >= 100) onSuccess?.({});
    },
  );
}

function List(): ReactElement {
  const [fileList, setFileList] = useState<UploadFile[]>([]);
  window.subject = {
    tile: '.ant-upload-list-item',
    take: (files) => {
      const input = document.querySelector('input');
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      if (!input) return;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    acceptedCount: () => fileList.length,
    start,
    clear: () => {
      waiting.length = 0;
      setFileList([]);
    },
  };
  return (
    <Upload.Dragger
      multiple
      listType="picture"
      fileList={fileList}
      customRequest={(request) => void waiting.push(request)}
      onChange={({ fileList: next }) => setFileList(next)}
    >
      Drop files here
    </Upload.Dragger>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<List />);
