'use client';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { HistoryEntry, UploadHistory } from '../../journey/keep/createUploadHistory.js';
import { useFormats, useLanguage, useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { CheckField } from '../Field/CheckField.js';
import { FileName } from '../FileName/FileName.js';
import { ShowAll } from '../ShowAll/ShowAll.js';
import { saveAsFile } from '../saveAsFile/saveAsFile.js';

export interface HistoryPanelProps {
  readonly history: UploadHistory;
}

/**
 * The links of earlier uploads in this browser: turned on and off, exported and cleared by the person. Renders a `<details>`, or nothing where the browser keeps
 * nothing.
 * @attr data-part="history" · "history-on" · "export" · "clear-history"
 */
export function HistoryPanel({ history }: HistoryPanelProps): ReactElement | null {
  const messages = useMessages();
  const language = useLanguage();
  const uploader = useUploader();
  const { status, isOn, entries } = useSyncExternalStore(history.subscribe, history.getState, history.getState);
  useEffect(() => history.record(uploader), [history, uploader]);
  const summary = useRef<HTMLElement>(null);
  const clear = (): void => {
    summary.current?.focus(); // the button goes with the list
    void history.clear();
  };
  if (status !== 'open') return null;
  return (
    <details {...language} data-part="history">
      <summary ref={summary} data-part="title">
        {messages['history.title'](entries.length)}
      </summary>
      <div data-part="history-body">
        <CheckField part="history-on" isChecked={isOn} onChange={(isOnNow) => void history.turn(isOnNow)}>
          {messages['history.turnOn']}
        </CheckField>
        <p data-part="help">{messages['history.note']}</p>
        {entries.length > 0 && <HistoryList entries={entries} onClear={clear} />}
      </div>
    </details>
  );
}

/** More are shown when asked for. */
const MOST_LISTED = 50;

function HistoryList({ entries, onClear }: { readonly entries: readonly HistoryEntry[]; readonly onClear: () => void }): ReactElement {
  const messages = useMessages();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <ul data-part="link-list">
        {entries.slice(0, isWhole ? entries.length : MOST_LISTED).map((entry) => (
          <HistoryRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {!isWhole && entries.length > MOST_LISTED && <ShowAll count={entries.length} onShow={() => setIsWhole(true)} />}
      <div data-part="actions">
        <button
          type="button"
          data-part="export"
          data-look="button"
          onClick={() => saveAsFile(JSON.stringify(entries, null, 2), 'uploads.json', 'application/json')}
        >
          {messages['history.export']}
        </button>
        <button type="button" data-part="clear-history" data-look="button" data-variant="quiet" onClick={onClear}>
          {messages['history.clear']}
        </button>
      </div>
    </>
  );
}

/** The delete link is exported only: shown in a list, it would be opened by chance. */
function HistoryRow({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  const formats = useFormats();
  return (
    <li data-part="link-row">
      <FileName name={entry.fileName} />
      <a data-part="link-text" data-look="link" dir="ltr" href={entry.viewerUrl} target="_blank" rel="noopener noreferrer">
        {entry.viewerUrl}
      </a>
      <time data-part="history-date" dateTime={new Date(entry.uploadedAtMs).toISOString()}>
        {formats.date(entry.uploadedAtMs)}
      </time>
    </li>
  );
}
