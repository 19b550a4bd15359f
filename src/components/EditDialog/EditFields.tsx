'use client';
import type { ReactElement } from 'react';
import type { UploadOptionName, UploadOptions } from '../../api/contract.js';
import type { UploadItem } from '../../journey/item.js';
import { itemsOf } from '../../journey/queue/totals.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { SharedFields } from '../BatchOptions/SharedFields.js';
import { withOption } from '../BatchOptions/withOption.js';
import { readEarlierTags } from '../TagInput/earlierTags.js';
import { TagInput } from '../TagInput/TagInput.js';
import { uniqueTags } from '../TagInput/tags.js';
import { DescriptionField, TitleField } from './TextFields.js';
import { resizableSize } from './targetWidth.js';
import { canEdit } from '../../journey/canEdit.js';
import { WidthField } from './WidthField.js';

export interface EditFieldsProps {
  readonly item: UploadItem;
  readonly shown: ReadonlySet<UploadOptionName>;
}

/** What can be said about one file; every change counts at once. Where nothing was said, what holds for all files is shown. Renders a `<fieldset>`. */
export function EditFields({ item, shown }: EditFieldsProps): ReactElement {
  const messages = useMessages();
  const { options, change } = useOptionsOf(item);
  const getSuggestions = useTagSuggestions();
  const original = shown.has('widthPx') ? resizableSize(item) : null;
  const isFixed = !canEdit(item);
  return (
    <fieldset data-part="fields" disabled={isFixed} aria-label={item.source.name}>
      {isFixed && <p data-part="help">{messages['edit.sent']}</p>}
      {shown.has('title') && (
        <TitleField fileName={item.source.name} value={options.title ?? ''} onChange={(title) => change('title', title)} />
      )}
      {shown.has('description') && <DescriptionField value={options.description ?? ''} onChange={(text) => change('description', text)} />}
      {shown.has('tags') && (
        <TagInput
          label={messages['option.names'].tags}
          tags={options.tags ?? []}
          onChange={(tags) => change('tags', tags)}
          getSuggestions={getSuggestions}
          subject={item.id}
        />
      )}
      <div data-part="field-pair">
        {original && (
          <WidthField id={item.id} original={original} widthPx={options.widthPx} onChange={(widthPx) => change('widthPx', widthPx)} />
        )}
        <SharedFields options={options} shown={shown} onChange={change} />
      </div>
    </fieldset>
  );
}

/** What holds for a file, and how to say something else. Read at the time of the change: another one may have come in between. */
function useOptionsOf({ id, options }: UploadItem) {
  const uploader = useUploader();
  const batchOptions = useUploaderState((state) => state.batchOptions);
  const change = <N extends UploadOptionName>(name: N, value: UploadOptions[N] | undefined): void => {
    const state = uploader.getState();
    const own = state.byId.get(id)?.options;
    if (own) uploader.update(id, withOption(own, state.batchOptions, name, value));
  };
  return { options: { ...batchOptions, ...options }, change };
}

/** The tags of this queue, then those of earlier visits. */
function useTagSuggestions(): () => readonly string[] {
  const uploader = useUploader();
  return () => uniqueTags([...itemsOf(uploader.getState()).flatMap(({ options }) => options.tags ?? []), ...readEarlierTags()]);
}
