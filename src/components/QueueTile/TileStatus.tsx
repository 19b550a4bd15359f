'use client';
import type { ReactElement } from 'react';
import { errorText } from '../../i18n/errorText.js';
import { sizeBytesOf, type UploadItem } from '../../journey/item.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useSecondsLeft } from '../../react/useSecondsLeft.js';
import { Icon, type IconName } from '../Icon/Icon.js';

interface LineProps {
  readonly tone?: 'success' | 'warning' | 'danger' | 'neutral';
  readonly icon?: IconName;
  readonly words: string;
  /** The whole story, where the line only names the cause. */
  readonly title?: string;
}

function Line({ tone, icon, words, title }: LineProps): ReactElement {
  return (
    <span data-part="tile-status" data-tone={tone} title={title}>
      {icon && <Icon name={icon} size="s" />}
      <span>{words}</span>
    </span>
  );
}

/** One line under a name: how the file stands. Never colour alone: an icon or a word says it too. Renders a `<span>`. */
export function TileStatus({ item }: { readonly item: UploadItem }): ReactElement {
  const messages = useMessages();
  switch (item.status) {
    case 'rejected':
    case 'ready':
      return <Facts item={item} />;
    case 'queued':
      return <Line words={messages['tile.queued']} />;
    case 'uploading': {
      const sizeBytes = sizeBytesOf(item.source);
      const fraction = item.sentBytes / Math.max(1, sizeBytes);
      return <Line words={messages['tile.uploading']({ fraction, sentBytes: item.sentBytes, sizeBytes })} />;
    }
    case 'processing':
      return <Line words={messages['tile.processing']} />;
    case 'waiting':
      return <WaitingLine item={item} />;
    case 'failed':
    case 'unknown': {
      const { cause, advice } = errorText(item.error, messages);
      const tone = item.status === 'failed' ? 'danger' : 'warning';
      return (
        <Line
          tone={tone}
          icon="alert"
          words={item.status === 'failed' ? cause : messages['report.unknown']}
          title={`${cause}. ${advice}`}
        />
      );
    }
    case 'uploaded':
      return <Line tone="success" icon="check" words={messages[item.image ? 'tile.uploaded' : 'tile.uploadedWithoutLink']} />;
    case 'cancelled':
      return <Line words={messages['tile.cancelled']} />;
  }
}

function Facts({ item }: { readonly item: UploadItem }): ReactElement {
  const formats = useFormats();
  const { preview, source } = item;
  const messages = useMessages();
  const sizeBytes = sizeBytesOf(source);
  const originalSizeBytes = source.kind === 'file' ? source.originalSizeBytes : undefined;
  const size = originalSizeBytes === undefined ? formats.bytes(sizeBytes) : messages['tile.shrunk']({ originalSizeBytes, sizeBytes });
  return <Line words={preview.status === 'made' ? `${size} · ${formats.pixels(preview.widthPx, preview.heightPx)}` : size} />;
}

function WaitingLine({ item }: { readonly item: UploadItem & { status: 'waiting' } }): ReactElement {
  const messages = useMessages();
  const { waiting } = item;
  switch (waiting.reason) {
    case 'offline':
      return <Line tone="neutral" icon="offline" words={messages['tile.waitsForConnection']} />;
    case 'rateLimit':
      return <Line tone="warning" icon="clock" words={messages['tile.waitsForHost']} />;
    case 'backOff':
      return <BackOffLine untilMs={waiting.untilMs} cause={errorText(waiting.error, messages).cause} />;
  }
}

function BackOffLine({ untilMs, cause }: { readonly untilMs: number; readonly cause: string }): ReactElement {
  const messages = useMessages();
  return <Line tone="warning" icon="clock" words={messages['tile.waitsBackOff']({ cause, secondsLeft: useSecondsLeft(untilMs) })} />;
}
