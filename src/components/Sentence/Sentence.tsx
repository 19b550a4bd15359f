import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Sentence as SentenceParts } from '../../i18n/messages.js';

export interface SentenceProps<Slot extends string> {
  readonly parts: SentenceParts<Slot>;
  /** Makes a link or a button of a slot's words. A slot without one stays plain words. */
  readonly slots: { readonly [S in Slot]?: ((words: string) => ReactNode) | undefined };
}

/** A sentence with links or buttons inside, in the order of the language. Renders no element of its own. */
export function Sentence<Slot extends string>({ parts, slots }: SentenceProps<Slot>): ReactElement {
  return (
    <>
      {parts.map((part) => {
        if (typeof part === 'string') return <Fragment key={part}>{part}</Fragment>;
        return <Fragment key={part.slot}>{slots[part.slot]?.(part.words) ?? part.words}</Fragment>;
      })}
    </>
  );
}
