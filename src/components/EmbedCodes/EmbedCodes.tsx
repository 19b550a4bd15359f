'use client';
import { useEffect, useId, useMemo, useState, type ComponentType, type ReactElement } from 'react';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import type { Outcome } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { Icon } from '../Icon/Icon.js';
import type { CodePanelProps, StoredFile } from './CodePanel.js';

export interface EmbedCodesProps {
  readonly outcome: Outcome;
  /** Codes of the app's own, beside links, HTML, Markdown and BBCode. Keep the array from render to render. */
  readonly templates?: readonly EmbedTemplate[];
}

const NONE: readonly EmbedTemplate[] = [];

/**
 * The links and embed codes of what was stored, for one file, some or all. They are loaded when there is a file to show. Renders a `<section>`; without a file, an
 * empty one.
 * @attr data-part="results"   @attr data-outcome success | mixed | error   @attr data-empty when there is no file to show
 */
export function EmbedCodes({ outcome, templates = NONE }: EmbedCodesProps): ReactElement {
  const titleId = useId();
  const uploaded = useItemsIn('uploaded');
  const files = useMemo<readonly StoredFile[]>(
    () => uploaded.flatMap(({ id, source: { name }, image }) => (image ? [{ id, name, image }] : [])),
    [uploaded],
  );
  return (
    <section data-part="results" data-outcome={outcome} aria-labelledby={titleId} data-empty={files.length === 0 || undefined}>
      {files.length > 0 ? (
        <LoadedPanel titleId={titleId} isNext={outcome === 'success'} files={files} templates={templates} />
      ) : (
        <Title id={titleId} />
      )}
    </section>
  );
}

const Title = ({ id }: { readonly id: string }): ReactElement => (
  <h3 data-part="title" id={id}>
    {useMessages()['result.codes']}
  </h3>
);

type Loading = { readonly status: 'loading' | 'failed' } | { readonly status: 'loaded'; readonly Panel: ComponentType<CodePanelProps> };

/** The panel, once it has arrived. A chunk that did not come, over a lost connection say, must not take the box down: it can be asked for again. */
function LoadedPanel(props: CodePanelProps): ReactElement {
  const [loading, setLoading] = useState<Loading>({ status: 'loading' });
  useEffect(() => {
    if (loading.status !== 'loading') return;
    let isCurrent = true;
    import('./CodePanel.js').then(
      ({ CodePanel }) => isCurrent && setLoading({ status: 'loaded', Panel: CodePanel }),
      () => isCurrent && setLoading({ status: 'failed' }),
    );
    return () => void (isCurrent = false);
  }, [loading.status]);
  if (loading.status === 'loaded') return <loading.Panel {...props} />;
  if (loading.status === 'failed') return <NotLoaded titleId={props.titleId} onRetry={() => setLoading({ status: 'loading' })} />;
  return (
    <div data-part="codes-loading" aria-busy="true">
      <Title id={props.titleId} />
    </div>
  );
}

function NotLoaded({ titleId, onRetry }: { readonly titleId: string; readonly onRetry: () => void }): ReactElement {
  const messages = useMessages();
  return (
    <>
      <Title id={titleId} />
      <div data-part="code-bar">
        <span data-part="help" role="status">
          {messages['result.notLoaded']}
        </span>
        <button type="button" data-part="load-codes" data-look="button" onClick={onRetry}>
          <Icon name="retry" />
          {messages['tile.retry']}
        </button>
      </div>
    </>
  );
}
