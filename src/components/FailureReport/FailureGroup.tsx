'use client';
import { useState, type ReactElement } from 'react';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { FileName } from '../FileName/FileName.js';
import { Icon, type IconName } from '../Icon/Icon.js';
import { ShowAll } from '../ShowAll/ShowAll.js';
import { keepFocus } from './keepFocus.js';
import { factsOf, type CauseGroup, type FailedItem } from './report.js';

/** More names than this are counted, not listed. */
const MOST_NAMES = 5;

/** More files are shown when asked for. */
const MOST_LISTED = 50;

/** One cause: its count, advice, files, and what can be done with all of them. Renders an `<li>`. */
export function FailureGroup({ group }: { readonly group: CauseGroup }): ReactElement {
  const messages = useMessages();
  const { cause, advice, items } = group;
  return (
    <li data-part="failure-group" data-tone={items[0].status === 'unknown' ? 'warning' : 'danger'} data-code={items[0].error.code}>
      <Icon name={iconOf(items[0])} />
      <div data-part="failure-text">
        <p data-part="failure-cause">
          {cause} <span data-part="failure-count">{messages['report.files'](items.length)}</span>
        </p>
        <p data-part="failure-advice">{advice}</p>
      </div>
      <GroupActions group={group} />
      <GroupFiles items={items} />
    </li>
  );
}

function GroupActions({ group: { cause, items } }: { readonly group: CauseGroup }): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const retryable = items.filter(canRetry);
  return (
    <div data-part="actions">
      {retryable.length > 0 && (
        <button
          type="button"
          data-part="retry"
          data-look="button"
          data-size="s"
          aria-label={`${messages['report.retry']}: ${cause}`}
          onClick={() => uploader.retry(retryable.map(({ id }) => id))}
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
        aria-label={`${messages['report.remove']}: ${cause}`}
        onClick={(event) => {
          keepFocus(event.currentTarget);
          uploader.remove(items.map(({ id }) => id));
        }}
      >
        {messages['report.remove']}
      </button>
    </div>
  );
}

/** Their names in a line, and on opening one by one. What is closed is not rendered: there may be hundreds. */
function GroupFiles({ items }: { readonly items: readonly FailedItem[] }): ReactElement {
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const names = items.slice(0, MOST_NAMES).map(({ source }) => source.name);
  if (items.length > MOST_NAMES) names.push(`+${formats.number(items.length - MOST_NAMES)}`);
  return (
    <details data-part="failure-details" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary data-part="failure-files">
        <bdi>{formats.list(names)}</bdi>
      </summary>
      {isOpen && (
        <ul data-part="failure-list">
          {items.slice(0, isWhole ? items.length : MOST_LISTED).map((item) => (
            <FailureRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {isOpen && !isWhole && items.length > MOST_LISTED && <ShowAll size="s" count={items.length} onShow={() => setIsWhole(true)} />}
    </details>
  );
}

function FailureRow({ item }: { readonly item: FailedItem }): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const uploader = useUploader();
  const { name } = item.source;
  return (
    <li data-part="failure-row">
      <FileName name={name} />
      <span data-part="failure-facts">{factsOf(item, messages, formats)}</span>
      <span data-part="failure-buttons">
        {canRetry(item) && (
          <button
            type="button"
            data-part="retry-one"
            data-look="icon-button"
            aria-label={messages['tile.retryName'](name)}
            onClick={() => uploader.retry(item.id)}
          >
            <Icon name="retry" size="s" />
          </button>
        )}
        <button
          type="button"
          data-part="remove-one"
          data-look="icon-button"
          aria-label={messages['tile.remove'](name)}
          onClick={(event) => {
            keepFocus(event.currentTarget);
            uploader.remove(item.id);
          }}
        >
          <Icon name="close" size="s" />
        </button>
      </span>
    </li>
  );
}

function iconOf({ error: { code } }: FailedItem): IconName {
  if (code.startsWith('network.')) return 'offline';
  if (code.startsWith('auth.')) return 'user';
  if (code === 'file.duplicate') return 'copy';
  return code.startsWith('file.') ? 'images' : 'alert';
}
