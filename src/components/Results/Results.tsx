'use client';
import { useId, useMemo, useRef, useState, type ReactElement } from 'react';
import { LINK_NAMES, linksOf, type LinkName } from '../../journey/result/linksOf.js';
import type { Outcome } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { Icon } from '../Icon/Icon.js';
import { FileName } from '../FileName/FileName.js';
import { LinkKinds } from './LinkKinds.js';
import { useCopy } from './useCopy.js';

interface FileLinks {
  readonly key: string;
  readonly name: string;
  readonly urls: ReadonlyMap<LinkName, string>;
}

/**
 * The links of what was stored: one kind at a time, for each file or all. Renders a `<section>`; without a link to show, an empty one.
 * @attr data-part="results"   @attr data-outcome success | mixed | error
 */
export function Results({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const messages = useMessages();
  const titleId = useId();
  const uploaded = useItemsIn('uploaded');
  const files = useMemo<readonly FileLinks[]>(
    () =>
      uploaded.flatMap(({ id, source, image }) =>
        image ? [{ key: id, name: source.name, urls: new Map(linksOf(image).map(({ name, url }) => [name, url])) }] : [],
      ),
    [uploaded],
  );
  const [kind, setKind] = useState<LinkName>('viewer');
  return (
    <section data-part="results" data-outcome={outcome} aria-labelledby={titleId} data-empty={files.length === 0 || undefined}>
      <h3 data-part="title" id={titleId}>
        {messages['result.links']}
      </h3>
      {files.length > 0 && (
        <>
          <LinkKinds kind={kind} available={LINK_NAMES.filter((name) => files.some(({ urls }) => urls.has(name)))} onChange={setKind} />
          {kind === 'delete' && <p data-part="help">{messages['result.deleteWarning']}</p>}
          <LinkList kind={kind} files={files.filter(({ urls }) => urls.has(kind))} />
        </>
      )}
    </section>
  );
}

function LinkList({ kind, files }: { readonly kind: LinkName; readonly files: readonly FileLinks[] }): ReactElement {
  const messages = useMessages();
  const list = useRef<HTMLUListElement>(null);
  const { copy, status, copiedText } = useCopy();
  const urlOf = ({ urls }: FileLinks): string => urls.get(kind) ?? '';
  const all = files.map(urlOf).join('\n');
  const said = status === 'copied' ? messages['result.copied'] : status === 'failed' ? messages['result.copyFailed'] : '';
  return (
    <>
      <ul data-part="link-list" ref={list}>
        {files.map((file) => (
          <li key={file.key} data-part="link-row">
            <FileName name={file.name} />
            <LinkText kind={kind} url={urlOf(file)} />
            <button
              type="button"
              data-part="copy"
              data-look="icon-button"
              aria-label={messages['result.copy'](file.name)}
              onClick={(event) => void copy(urlOf(file), event.currentTarget.previousElementSibling)}
            >
              <Icon name={status === 'copied' && copiedText === urlOf(file) ? 'check' : 'copy'} size="s" />
            </button>
          </li>
        ))}
      </ul>
      <div data-part="code-bar">
        <span data-part="help" role="status">
          {said}
        </span>
        <button type="button" data-part="copy-all" data-look="button" onClick={() => void copy(all, list.current)}>
          <Icon name={status === 'copied' && copiedText === all ? 'check' : 'copy'} />
          {messages['result.copyAll']}
        </button>
      </div>
    </>
  );
}

/** A delete link is opened by nobody but its owner, on purpose: it is words to copy, since a plain GET of it deletes the file. */
function LinkText({ kind, url }: { readonly kind: LinkName; readonly url: string }): ReactElement {
  if (kind === 'delete') {
    return (
      <bdi data-part="link-text" dir="ltr">
        {url}
      </bdi>
    );
  }
  return (
    <a data-part="link-text" data-look="link" data-kind={kind} dir="ltr" href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </a>
  );
}
