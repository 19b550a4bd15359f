'use client';
import { useRef, useState, type ReactElement } from 'react';
import { canShrink } from '../../journey/canShrink.js';
import type { UploadItem } from '../../journey/item.js';
import { MEDIA_FORMAT_FACTS } from '../../shared/mediaFormat.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { FileName } from '../FileName/FileName.js';
import { Icon } from '../Icon/Icon.js';
import { rejectionText } from './rejectionText.js';
import { useHeldFocus } from './useHeldFocus.js';

type Rejected = UploadItem & { readonly status: 'rejected' };

/** More are counted, and listed when asked for: a folder of documents must not push the pictures out of sight. */
const FIRST_LISTED = 8;

/**
 * What was refused, with the rule and the limit, and what helps; can be dismissed. Renders a `<div>`, or nothing when nothing was refused.
 * @attr data-part="rejections" · "rejection" · "shrink" · "shrink-all" · "keep" · "show-all" · "dismiss"
 */
export function RejectionList(): ReactElement | null {
  const uploader = useUploader();
  const messages = useMessages();
  const rejected = useItemsIn('rejected');
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const focus = useHeldFocus(list);
  if (rejected.length === 0) return null;
  const shown = isWhole ? rejected : rejected.slice(0, FIRST_LISTED);
  const shrinkable = rejected.filter(canShrink);
  return (
    <div ref={list} {...focus} data-part="rejections" data-look="notice" data-tone="warning">
      <Icon name="warn" />
      <div data-part="notice-text">
        <p data-part="notice-title">{messages['validate.title'](rejected.length)}</p>
        <ul data-part="rejection-list">
          {shown.map((item) => (
            <RejectionRow key={item.id} item={item} />
          ))}
        </ul>
        {(shrinkable.length > 1 || shown.length < rejected.length) && (
          <p data-part="actions">
            {shrinkable.length > 1 && (
              <button
                type="button"
                data-part="shrink-all"
                data-look="button"
                data-size="s"
                onClick={() => void uploader.makeSmaller(shrinkable.map(({ id }) => id))}
              >
                {messages['validate.shrinkAll'](shrinkable.length)}
              </button>
            )}
            {!isWhole && shown.length < rejected.length && (
              <button type="button" data-part="show-all" data-look="link" onClick={() => setWhole(true)}>
                {messages['validate.showAll'](rejected.length)}
              </button>
            )}
          </p>
        )}
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

function RejectionRow({ item }: { readonly item: Rejected }): ReactElement {
  const messages = useMessages();
  return (
    <li data-part="rejection" data-code={item.rejection.code} data-shrinking={item.shrinking.status}>
      <FileName name={item.source.name} />
      <span data-part="rejection-reason">
        {rejectionText(item.rejection, messages)} <Remedy item={item} />
      </span>
    </li>
  );
}

/** What the person can do about one refusal, or how that goes. */
function Remedy({ item }: { readonly item: Rejected }): ReactElement | null {
  const messages = useMessages();
  const uploader = useUploader();
  const { id, source, rejection, shrinking } = item;
  if (shrinking.status === 'making') return <>{messages['validate.shrinking']}</>;
  if (shrinking.status === 'impossible') return <>{messages['validate.cannotShrink'][shrinking.reason]}</>;
  if (rejection.code === 'validate.duplicate' && rejection.canKeep) {
    return (
      <RemedyButton
        part="keep"
        words={messages['validate.keep']}
        label={messages['validate.keepName'](source.name)}
        onPress={() => uploader.keep(id)}
      />
    );
  }
  if (isTooLargeFilm(item)) return <>{messages['validate.cannotShrink'].video}</>;
  if (!canShrink(item)) return null;
  const words = messages[rejection.code === 'validate.heic' ? 'validate.convert' : 'validate.shrink'];
  return (
    <>
      {shrinking.status === 'notLoaded' && `${messages['part.notLoaded']} `}
      <RemedyButton part="shrink" words={words} label={`${words}: ${source.name}`} onPress={() => void uploader.makeSmaller([id])} />
    </>
  );
}

const isTooLargeFilm = ({ format, rejection }: Rejected): boolean =>
  (rejection.code === 'validate.tooLarge' || rejection.code === 'validate.tooManyPixels') &&
  format !== null &&
  MEDIA_FORMAT_FACTS[format].kind === 'video';

interface RemedyButtonProps {
  readonly part: string;
  readonly words: string;
  /** Says of which file, for who does not see the row. */
  readonly label: string;
  readonly onPress: () => void;
}

const RemedyButton = ({ part, words, label, onPress }: RemedyButtonProps): ReactElement => (
  <button type="button" data-part={part} data-look="link" aria-label={label} onClick={onPress}>
    {words}
  </button>
);
