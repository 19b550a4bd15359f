import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { useDropzone } from 'react-dropzone';
import './plain.css';
import { sendInTurn } from './subject.js';

/** As it is written in an afternoon with react-dropzone: state in one array, an element and a full-size picture for every file. */
interface Entry {
  readonly id: number;
  readonly file: File;
  readonly url: string;
  readonly sentBytes: number;
}

function List(): ReactElement {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const { getRootProps, getInputProps } = useDropzone({
    onDrop: (files) => setEntries(files.map((file, id) => ({ id, file, url: URL.createObjectURL(file), sentBytes: 0 }))),
  });
  useEffect(() => {
    window.subject = {
      tile: 'li',
      acceptedCount: () => entries.length,
      start: () =>
        sendInTurn(
          entries.map(({ file }) => file),
          (at, sentBytes) => setEntries((before) => before.map((entry) => (entry.id === at ? { ...entry, sentBytes } : entry))),
        ),
      clear: () => {
        for (const { url } of entries) URL.revokeObjectURL(url);
        setEntries([]);
      },
    };
  }, [entries]);
  return (
    <div {...getRootProps()} data-drop="">
      <input {...getInputProps()} />
      <p>Drop files here</p>
      <ul>
        {entries.map(({ id, file, url, sentBytes }) => (
          <li key={id}>
            <img src={url} alt="" />
            {file.name}
            {sentBytes > 0 && <progress value={sentBytes} max={file.size} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<List />);
