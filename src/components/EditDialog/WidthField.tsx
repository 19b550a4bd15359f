'use client';
import { useState, type ReactElement } from 'react';
import type { ItemId } from '../../journey/item.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { Field } from '../Field/Field.js';
import { MIN_WIDTH_PX, readWidth, sizeAtWidth, type PixelSize } from './targetWidth.js';

export interface WidthFieldProps {
  readonly id: ItemId;
  readonly original: PixelSize;
  /** Undefined: as it is. */
  readonly widthPx: number | undefined;
  readonly onChange: (widthPx: number | undefined) => void;
}

interface Draft {
  readonly id: ItemId;
  readonly text: string;
  /** What was said before the first key. */
  readonly beforePx: number | undefined;
}

/** How wide the host stores a picture, with the height that follows. Only a width that fits is handed on; any other leaves what was said before. Renders a field. */
export function WidthField({ id, original, widthPx, onChange }: WidthFieldProps): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const [anyDraft, setDraft] = useState<Draft | null>(null);
  const draft = anyDraft?.id === id ? anyDraft : null;
  const text = draft?.text ?? String(widthPx ?? '');
  const typed = readWidth(text, original);
  const { widthPx: width, heightPx: height } = typed.status === 'width' ? sizeAtWidth(original, typed.widthPx) : original;
  const write = (value: string): void => {
    const beforePx = draft ? draft.beforePx : widthPx;
    setDraft({ id, text: value, beforePx });
    const read = readWidth(value, original);
    // On its way to what does not fit, a number passes through ones that do, which nobody meant.
    if (read.status === 'invalid') onChange(beforePx);
    else onChange(read.status === 'width' ? read.widthPx : undefined);
  };
  const isInvalid = typed.status === 'invalid';
  return (
    <Field
      label={messages['option.names'].widthPx}
      help={!isInvalid && <bdi dir="ltr">{`${formats.number(width)} × ${formats.number(height)}`}</bdi>}
      error={isInvalid ? messages['option.widthRange']({ minPx: MIN_WIDTH_PX, maxPx: original.widthPx }) : null}
    >
      {(ids) => (
        <input
          form=""
          {...ids}
          data-part="edit-width"
          type="number"
          inputMode="numeric"
          min={MIN_WIDTH_PX}
          max={original.widthPx}
          value={text}
          placeholder={String(original.widthPx)}
          onBlur={() => !isInvalid && setDraft(null)}
          onChange={({ target }) => write(target.validity.badInput ? 'x' : target.value)}
        />
      )}
    </Field>
  );
}
