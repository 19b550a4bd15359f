'use client';
import type { ReactElement } from 'react';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useCopy } from '../EmbedCodes/useCopy.js';
import { Icon } from '../Icon/Icon.js';
import { saveAsFile } from '../saveAsFile/saveAsFile.js';
import { reportCsv, reportText, type FailedItem } from './report.js';

/** The report to take along. Renders a `<div>` of buttons; where nothing can be copied, the report in a `<textarea>` to copy by hand. */
export function ReportExport({ items }: { readonly items: readonly FailedItem[] }): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const { copy, status, copyCount } = useCopy();
  const text = (): string => reportText(items, messages, formats);
  return (
    <div data-part="actions">
      <button type="button" data-part="copy-report" data-look="button" data-size="s" onClick={() => void copy(text(), null)}>
        <Icon name={status === 'copied' ? 'check' : 'copy'} size="s" />
        {messages['report.copy']}
      </button>
      <button
        type="button"
        data-part="save-text"
        data-look="button"
        data-size="s"
        onClick={() => saveAsFile(text(), 'upload-report.txt', 'text/plain;charset=utf-8')}
      >
        <Icon name="download" size="s" />
        {messages['report.saveText']}
      </button>
      <button
        type="button"
        data-part="save-csv"
        data-look="button"
        data-size="s"
        onClick={() => saveAsFile(reportCsv(items, messages), 'upload-report.csv', 'text/csv;charset=utf-8')}
      >
        <Icon name="download" size="s" />
        {messages['report.saveCsv']}
      </button>
      <span data-part="help" role="status">
        <span key={copyCount}>{{ idle: '', copied: messages['result.copied'], failed: messages['result.copyFailed'] }[status]}</span>
      </span>
      {status === 'failed' && (
        <textarea
          key={copyCount}
          ref={selectOnce}
          form=""
          data-part="code"
          readOnly
          rows={6}
          aria-label={messages['report.title'](items.length)}
          value={text()}
        />
      )}
    </div>
  );
}

/** Stays the same function, so that it is called once for each copy that failed: each has a field of its own. */
function selectOnce(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}
