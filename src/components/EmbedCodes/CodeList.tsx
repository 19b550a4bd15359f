'use client';
import { useState, type ReactElement } from 'react';
import type { ItemId } from '../../journey/item.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { FileName } from '../FileName/FileName.js';
import { Icon } from '../Icon/Icon.js';
import { ShowAll } from '../ShowAll/ShowAll.js';
import type { FileCode } from './CodePanel.js';

/** More are shown when asked for: all their codes stand above in any case. */
const MOST_LISTED = 50;

export interface CodeListProps {
  /** Whether the codes are addresses that may be followed. A delete link is none: a plain GET of it deletes the file. */
  readonly isLinks: boolean;
  readonly codes: readonly FileCode[];
  readonly leftOut: ReadonlySet<ItemId>;
  readonly onInclude: (id: ItemId, isIncluded: boolean) => void;
  readonly copiedText: string | null;
  readonly onCopy: (text: string, shownIn: Element | null) => void;
}

/** The code of each file, to copy alone or to leave out of the whole. Renders a `<ul>`, and a `<button>` for the rest of a long list. */
export function CodeList(props: CodeListProps): ReactElement {
  const [isWhole, setIsWhole] = useState(false);
  const { codes } = props;
  return (
    <>
      <ul data-part="link-list">
        {codes.slice(0, isWhole ? codes.length : MOST_LISTED).map((code) => (
          <CodeRow key={code.id} {...props} code={code} />
        ))}
      </ul>
      {!isWhole && codes.length > MOST_LISTED && <ShowAll count={codes.length} onShow={() => setIsWhole(true)} />}
    </>
  );
}

function CodeRow({
  code,
  codes,
  isLinks,
  leftOut,
  onInclude,
  copiedText,
  onCopy,
}: CodeListProps & { readonly code: FileCode }): ReactElement {
  const messages = useMessages();
  const { id, name, text } = code;
  return (
    <li data-part="link-row">
      {codes.length > 1 && (
        <label data-part="include-field">
          <input
            form=""
            type="checkbox"
            data-part="include"
            data-look="check"
            aria-label={messages['result.include'](name)}
            checked={!leftOut.has(id)}
            onChange={(event) => onInclude(id, event.target.checked)}
          />
        </label>
      )}
      <FileName name={name} />
      <CodeText isLink={isLinks} text={text} />
      <button
        type="button"
        data-part="copy"
        data-look="icon-button"
        aria-label={messages[isLinks ? 'result.copy' : 'result.copyCode'](name)}
        onClick={(event) => onCopy(text, event.currentTarget.previousElementSibling)}
      >
        <Icon name={copiedText === text ? 'check' : 'copy'} size="s" />
      </button>
    </li>
  );
}

function CodeText({ isLink, text }: { readonly isLink: boolean; readonly text: string }): ReactElement {
  if (!isLink) {
    return (
      <bdi data-part="link-text" dir="ltr">
        {text}
      </bdi>
    );
  }
  return (
    <a data-part="link-text" data-look="link" dir="ltr" href={text} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
