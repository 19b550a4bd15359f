'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { usePhase, useTotals } from '../../react/useUploaderState.js';

/**
 * What would be sent and the next step, in reach under four hundred tiles; at the end what came of it. Renders a `<footer>`, or nothing while it is empty or under way.
 * @attr data-part="footer" · "totals" · "start" · "clear"
 */
export function QueueFooter(): ReactElement | null {
  const phase = usePhase();
  if (phase === 'ready') return <ReadyFooter />;
  return phase === 'complete' ? <CompleteFooter /> : null;
}

function ReadyFooter(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const { counts, fileCount, sizeBytes } = useTotals();
  return (
    <footer data-part="footer">
      <span data-part="totals">{messages['queue.totals']({ fileCount, sizeBytes })}</span>
      <div data-part="actions">
        <button type="button" data-part="clear" data-look="button" data-variant="quiet" onClick={uploader.clear}>
          {messages['queue.clear']}
        </button>
        <button type="button" data-part="start" data-look="button" data-variant="primary" onClick={uploader.start}>
          {messages['queue.start'](counts.ready)}
        </button>
      </div>
    </footer>
  );
}

function CompleteFooter(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const { counts, fileCount } = useTotals();
  return (
    <footer data-part="footer">
      <span data-part="totals">{messages['queue.uploadedOf']({ uploadedCount: counts.uploaded, fileCount })}</span>
      <div data-part="actions">
        <button type="button" data-part="clear" data-look="button" data-variant="quiet" onClick={uploader.clear}>
          {messages['queue.clear']}
        </button>
      </div>
    </footer>
  );
}
