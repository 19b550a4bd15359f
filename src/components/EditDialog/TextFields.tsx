'use client';
import type { ReactElement } from 'react';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { Field } from '../Field/Field.js';
import { splitName } from '../FileName/FileName.js';

/** Hosts cut titles here. */
const MAX_TITLE_CHARS = 100;
/** From here on it is said how many there are. */
const COUNTED_FROM = 80;

interface TextFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Characters as people count them: a code point each, so that none is cut in two. */
const cut = (text: string): string => [...text].slice(0, MAX_TITLE_CHARS).join('');

/** Renders a field. Without a title the host takes the file's name, which is shown in its place. */
export function TitleField({ fileName, value, onChange }: TextFieldProps & { readonly fileName: string }): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const count = [...value].length;
  const counter = count >= COUNTED_FROM ? `${formats.number(count)} / ${formats.number(MAX_TITLE_CHARS)}` : undefined;
  return (
    <Field label={messages['option.names'].title} counter={counter}>
      {(ids) => (
        <input
          form=""
          {...ids}
          data-part="edit-title"
          value={value}
          placeholder={splitName(fileName).stem}
          // What an input method is still writing is longer than what comes of it.
          onChange={({ target, nativeEvent }) => onChange(isComposing(nativeEvent) ? target.value : cut(target.value))}
          onCompositionEnd={({ currentTarget }) => onChange(cut(currentTarget.value))}
        />
      )}
    </Field>
  );
}

const isComposing = (event: Event): boolean => event instanceof InputEvent && event.isComposing;

/** Renders a field of several lines. */
export function DescriptionField({ value, onChange }: TextFieldProps): ReactElement {
  const messages = useMessages();
  return (
    <Field label={messages['option.names'].description}>
      {(ids) => (
        <textarea {...ids} form="" data-part="edit-description" rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
