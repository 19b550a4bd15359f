'use client';
import { useMemo, type ReactElement } from 'react';
import { errorText } from '../../i18n/errorText.js';
import type { UploadItem } from '../../journey/item.js';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { Icon, type IconName } from '../Icon/Icon.js';

type FailedItem = Extract<UploadItem, { status: 'failed' | 'unknown' }>;

interface CauseGroup {
  readonly cause: string;
  readonly advice: string;
  readonly items: readonly [FailedItem, ...FailedItem[]];
}

/** More names than this are counted, not listed. */
const MOST_NAMES = 5;

/**
 * What could not be uploaded, grouped by cause, each with advice and the action that helps. Renders a `<section>`, or nothing when all went well.
 * @attr data-part="report" · "failure-group" · "retry" · "remove"
 */
export function FailureReport({ id }: { readonly id?: string }): ReactElement | null {
  const messages = useMessages();
  const failed = useItemsIn('failed', 'unknown');
  const groups = useMemo(() => groupByCause(failed, (item) => errorText(item.error, messages)), [failed, messages]);
  if (groups.length === 0) return null;
  return (
    <section data-part="report" id={id} tabIndex={-1} aria-label={messages['report.title'](failed.length)}>
      <ul data-part="failure-summary">
        {groups.map((group) => (
          <FailureGroup key={group.cause} group={group} />
        ))}
      </ul>
    </section>
  );
}

function FailureGroup({ group: { cause, advice, items } }: { readonly group: CauseGroup }): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const uploader = useUploader();
  const names = items.map(({ source }) => source.name);
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `+${formats.number(names.length - MOST_NAMES)}`] : names;
  return (
    <li data-part="failure-group" data-tone={items[0].status === 'unknown' ? 'warning' : 'danger'} data-code={items[0].error.code}>
      <Icon name={iconOf(items[0])} />
      <div>
        <p data-part="failure-cause">{cause}</p>
        <p data-part="failure-files">
          <bdi>{formats.list(shown)}</bdi>
        </p>
        <p data-part="failure-advice">{advice}</p>
      </div>
      <div data-part="actions">
        {items.some(canRetry) && (
          <button
            type="button"
            data-part="retry"
            data-look="button"
            data-size="s"
            onClick={() => items.forEach(({ id }) => uploader.retry(id))}
          >
            <Icon name="retry" size="s" />
            {messages['report.retry']}
          </button>
        )}
        <button
          type="button"
          data-part="remove"
          data-look="button"
          data-variant="quiet"
          data-size="s"
          onClick={() => items.forEach(({ id }) => uploader.remove(id))}
        >
          {messages['report.remove']}
        </button>
      </div>
    </li>
  );
}

function iconOf({ error: { code } }: FailedItem): IconName {
  if (code.startsWith('network.')) return 'offline';
  if (code.startsWith('auth.')) return 'user';
  if (code === 'file.duplicate') return 'copy';
  return code.startsWith('file.') ? 'images' : 'alert';
}

function groupByCause(
  items: readonly FailedItem[],
  textOf: (item: FailedItem) => { cause: string; advice: string },
): readonly CauseGroup[] {
  const groups = new Map<string, CauseGroup>();
  for (const item of items) {
    const { cause, advice } = textOf(item);
    const group = groups.get(cause);
    groups.set(cause, { cause, advice, items: group ? [...group.items, item] : [item] });
  }
  return [...groups.values()];
}
