'use client';
import { useMemo, type ReactElement } from 'react';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { Icon } from '../Icon/Icon.js';
import { FailureGroup } from './FailureGroup.js';
import { keepFocus } from './keepFocus.js';
import { groupByCause, type FailedItem } from './report.js';
import { ReportExport } from './ReportExport.js';

/**
 * What could not be uploaded, grouped by cause: each with its count, advice and files, for all, one cause or one file to be tried again or removed, and to be copied
 * or downloaded as a report. Renders a `<section>`, or nothing when all went well.
 * @attr data-part="report" · "retry-all" · "remove-all" · "copy-report" · "save-text" · "save-csv" · "failure-group" · "retry" · "remove" · "failure-row"
 */
export function FailureReport(): ReactElement | null {
  const messages = useMessages();
  const failed = useItemsIn('failed', 'unknown');
  const groups = useMemo(() => groupByCause(failed, messages), [failed, messages]);
  if (groups.length === 0) return null;
  return (
    <section data-part="report" tabIndex={-1} aria-label={messages['report.title'](failed.length)}>
      <ul data-part="failure-summary">
        {groups.map((group) => (
          <FailureGroup key={group.cause} group={group} />
        ))}
      </ul>
      <div data-part="report-bar">
        <ReportExport items={failed} />
        {failed.length > 1 && <ForAll items={failed} />}
      </div>
    </section>
  );
}

function ForAll({ items }: { readonly items: readonly FailedItem[] }): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const retryable = items.filter(canRetry);
  return (
    <div data-part="actions">
      {retryable.length > 0 && (
        <button
          type="button"
          data-part="retry-all"
          data-look="button"
          data-size="s"
          onClick={() => uploader.retry(retryable.map(({ id }) => id))}
        >
          <Icon name="retry" size="s" />
          {messages['report.retryEach']}
        </button>
      )}
      <button
        type="button"
        data-part="remove-all"
        data-look="button"
        data-variant="quiet"
        data-size="s"
        onClick={(event) => {
          keepFocus(event.currentTarget);
          uploader.remove(items.map(({ id }) => id));
        }}
      >
        {messages['report.removeAll']}
      </button>
    </div>
  );
}
