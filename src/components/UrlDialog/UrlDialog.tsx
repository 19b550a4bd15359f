'use client';
import { useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import { linksInText, type FoundLinks } from '../../journey/intake/linksInText.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { Dialog } from '../Dialog/Dialog.js';
import { Field } from '../Field/Field.js';
import { Icon } from '../Icon/Icon.js';

export interface UrlDialogProps {
  /** What stands in the field at first, such as what was pasted. */
  readonly text?: string;
  readonly onAdd: (urls: string) => void;
  readonly onClose: () => void;
}

/** More are taken, and counted by the button, than are listed. */
const MOST_LISTED = 100;

/**
 * Takes links from anything that is pasted or typed, and shows which were understood. Renders a `<dialog>`.
 * @attr data-part="url-text" · "found-list" · "found" · "leave-out" · "add-urls"
 */
export function UrlDialog({ text: firstText = '', onAdd, onClose }: UrlDialogProps): ReactElement {
  const messages = useMessages();
  const [text, setText] = useState(firstText);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  // A megabyte of pasted HTML is read between key strokes.
  const read = useDeferredValue(text);
  const found = useMemo(() => linksInText(read), [read]);
  const urls = found.urls.filter((url) => !leftOut.has(url));
  const add = (): void => {
    onAdd(
      linksInText(text)
        .urls.filter((url) => !leftOut.has(url))
        .join('\n'),
    );
    onClose();
  };
  const footer = (
    <div data-part="actions">
      <button type="button" data-part="cancel" data-look="button" onClick={onClose}>
        {messages['album.cancel']}
      </button>
      <button type="button" data-part="add-urls" data-look="button" data-variant="primary" disabled={urls.length === 0} onClick={add}>
        {messages['url.add'](urls.length)}
      </button>
    </div>
  );
  return (
    <Dialog title={messages['url.title']} onClose={onClose} footer={footer}>
      <Field label={messages['url.links']} help={messages['url.help']}>
        {(ids) => (
          <textarea
            form=""
            {...ids}
            data-part="url-text"
            dir="ltr"
            rows={5}
            spellCheck={false}
            autoCapitalize="none"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <FoundList found={found} urls={urls} onLeaveOut={(url) => setLeftOut(new Set([...leftOut, url]))} />
    </Dialog>
  );
}

interface FoundListProps {
  readonly found: FoundLinks;
  readonly urls: readonly string[];
  readonly onLeaveOut: (url: string) => void;
}

function FoundList({ found, urls, onLeaveOut }: FoundListProps): ReactElement {
  const messages = useMessages();
  return (
    <ul data-part="found-list" aria-label={messages['url.found']}>
      {urls.slice(0, MOST_LISTED).map((url) => (
        <Found key={url} url={url} tone="success" note={found.repeated.has(url) ? messages['url.repeated'] : ''}>
          <button
            type="button"
            data-part="leave-out"
            data-look="icon-button"
            aria-label={messages['tile.remove'](url)}
            onClick={() => onLeaveOut(url)}
          >
            <Icon name="close" size="s" />
          </button>
        </Found>
      ))}
      {found.refused.slice(0, MOST_LISTED).map((address) => (
        <Found key={address} url={address} tone="danger" note={messages['url.refused']} />
      ))}
    </ul>
  );
}

interface FoundProps {
  readonly url: string;
  readonly tone: 'success' | 'danger';
  readonly note: string;
  readonly children?: ReactElement;
}

const Found = ({ url, tone, note, children }: FoundProps): ReactElement => (
  <li data-part="found" data-tone={tone}>
    <Icon name={tone === 'success' ? 'check' : 'alert'} size="s" />
    <bdi dir="ltr">{url}</bdi>
    <span data-part="found-note">{note}</span>
    {children}
  </li>
);
