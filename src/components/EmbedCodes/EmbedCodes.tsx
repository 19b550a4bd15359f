'use client';
import { useId, useMemo, type ReactElement } from 'react';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import type { Outcome } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { CodePanel, type StoredFile } from './CodePanel.js';
import type { Insertion } from './InsertButton.js';

export interface EmbedCodesProps {
  readonly outcome: Outcome;
  /** Codes of the app's own, beside links, HTML, Markdown and BBCode. Keep the array from render to render. */
  readonly templates?: readonly EmbedTemplate[];
  /** Shows a button that hands the chosen codes to the app, as an editor does that opened the page. */
  readonly insertion?: Insertion | undefined;
}

const NONE: readonly EmbedTemplate[] = [];

/**
 * The links and embed codes of what was stored, for one file, some or all. Renders a `<section>`; without a file, an
 * empty one.
 * @attr data-part="results"   @attr data-outcome success | mixed | error   @attr data-empty when there is no file to show
 */
export function EmbedCodes({ outcome, templates = NONE, insertion }: EmbedCodesProps): ReactElement {
  const titleId = useId();
  const uploaded = useItemsIn('uploaded');
  const files = useMemo<readonly StoredFile[]>(
    () => uploaded.flatMap(({ id, source: { name }, image }) => (image ? [{ id, name, image }] : [])),
    [uploaded],
  );
  return (
    <section data-part="results" data-outcome={outcome} aria-labelledby={titleId} data-empty={files.length === 0 || undefined}>
      {files.length > 0 ? (
        <CodePanel titleId={titleId} isNext={outcome === 'success'} files={files} templates={templates} insertion={insertion} />
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
