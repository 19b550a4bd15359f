'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useProgress } from '../../react/useProgress.js';
import { useTotals } from '../../react/useUploaderState.js';
import { ProgressBar } from '../ProgressBar/ProgressBar.js';

/**
 * How far the batch is: a bar by bytes, and the facts in words. Renders a `<div>`.
 * @attr data-part="upload-progress" · "progress" · "totals"
 */
export function UploadProgress(): ReactElement {
  const messages = useMessages();
  const { fraction, sentBytes, sizeBytes, bytesPerSecond, secondsLeft } = useProgress();
  const { fileCount, counts } = useTotals();
  const valueText = messages['upload.valueText']({ fraction, sentBytes, sizeBytes });
  return (
    <div data-part="upload-progress">
      <ProgressBar part="progress" fraction={fraction} label={messages['box.label']} valueText={valueText} />
      <p data-part="progress-facts">
        <span>{messages['upload.bytes']({ sentBytes, sizeBytes })}</span>
        {bytesPerSecond !== null && bytesPerSecond > 0 && <span>{messages['upload.rate'](bytesPerSecond)}</span>}
        <span data-part="totals">{messages['queue.uploadedOf']({ uploadedCount: counts.uploaded, fileCount })}</span>
        {secondsLeft !== null && <span data-kind="time-left">{messages['upload.timeLeft'](secondsLeft)}</span>}
      </p>
    </div>
  );
}
