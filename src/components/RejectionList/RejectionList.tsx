'use client';
import type { ReactElement } from 'react';
import type { Messages } from '../../i18n/messages.js';
import type { Rejection, UploadItem } from '../../journey/item.js';
import { assertNever } from '../../shared/assertNever.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { FileName } from '../FileName/FileName.js';
import { Icon } from '../Icon/Icon.js';

/** More are counted, not listed: a folder of documents must not push the pictures out of sight. */
const MOST_LISTED = 8;

/**
 * What was refused, with the rule and the limit; can be dismissed. Renders a `<div>`, or nothing when nothing was refused.
 * @attr data-part="rejections" · "rejection"
 */
export function RejectionList(): ReactElement | null {
  const uploader = useUploader();
  const messages = useMessages();
  const rejected = useItemsIn('rejected');
  if (rejected.length === 0) return null;
  const more = rejected.length - MOST_LISTED;
  return (
    <div data-part="rejections" data-look="notice" data-tone="warning">
      <Icon name="warn" />
      <div data-part="notice-text">
        <p data-part="notice-title">{messages['validate.title'](rejected.length)}</p>
        <ul data-part="rejection-list">
          {rejected.slice(0, MOST_LISTED).map((item) => (
            <RejectionRow key={item.id} item={item} />
          ))}
        </ul>
        {more > 0 && <p data-part="rejection-reason">{`+ ${messages['validate.title'](more)}`}</p>}
      </div>
      <button
        type="button"
        data-part="dismiss"
        data-look="icon-button"
        aria-label={messages['validate.dismiss']}
        onClick={uploader.dismissRejections}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function RejectionRow({ item }: { readonly item: UploadItem & { status: 'rejected' } }): ReactElement {
  const messages = useMessages();
  return (
    <li data-part="rejection" data-code={item.rejection.code}>
      <FileName name={item.source.name} />
      <span data-part="rejection-reason">
        {rejectionText(item.rejection, messages)}
        {item.rejection.code === 'validate.duplicate' && item.rejection.canKeep && <KeepButton item={item} />}
      </span>
    </li>
  );
}

function KeepButton({ item }: { readonly item: UploadItem }): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  return (
    <>
      {' '}
      <button
        type="button"
        data-part="keep"
        data-look="link"
        aria-label={messages['validate.keepName'](item.source.name)}
        onClick={() => uploader.keep(item.id)}
      >
        {messages['validate.keep']}
      </button>
    </>
  );
}

function rejectionText(rejection: Rejection, { rejections }: Messages): string {
  switch (rejection.code) {
    case 'validate.empty':
      return rejections[rejection.code]();
    case 'validate.unreadable':
      return rejections[rejection.code]();
    case 'validate.typeRefused':
      return rejections[rejection.code](rejection);
    case 'validate.duplicate':
      return rejections[rejection.code](rejection);
    case 'validate.tooLarge':
      return rejections[rejection.code](rejection);
    default:
      return assertNever(rejection);
  }
}
