'use client';
import type { ReactElement } from 'react';
import type { StoredImage } from '../../api/contract.js';
import type { EmbedGroup } from '../../journey/result/embedCodes.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { Icon } from '../Icon/Icon.js';

/** One file with the code that was chosen for it. */
export interface ChosenCode {
  readonly name: string;
  readonly code: string;
  readonly image: StoredImage;
}

/** The codes of one format, of the files that were not left out; at least one. */
export interface ChosenCodes {
  readonly format: EmbedGroup;
  readonly files: readonly ChosenCode[];
}

/** Where chosen codes can go besides the clipboard: an editor that opened the page, or that stands beside the box. The app holds its state. */
export interface Insertion {
  /** While `inserting`, and once `inserted`, nothing more is taken; an app that takes more goes back to `idle`. */
  readonly status: 'idle' | 'inserting' | 'inserted' | 'failed';
  /** The format to begin with. Default `links`. */
  readonly format?: EmbedGroup;
  /** Never called with delete links: whoever has one can delete the file. */
  readonly onInsert: (codes: ChosenCodes) => void;
}

export interface InsertButtonProps {
  readonly status: Insertion['status'];
  readonly isDisabled: boolean;
  readonly onInsert: () => void;
}

/** Renders a `<button>`. */
export function InsertButton({ status, isDisabled, onInsert }: InsertButtonProps): ReactElement {
  const messages = useMessages();
  // Not `disabled` after a press: that would lose the focus.
  const isOver = status === 'inserting' || status === 'inserted';
  return (
    <button
      type="button"
      data-part="insert"
      data-look="button"
      data-variant={isOver ? undefined : 'primary'}
      disabled={isDisabled}
      aria-disabled={isOver || undefined}
      onClick={() => !isOver && onInsert()}
    >
      {status === 'inserted' && <Icon name="check" />}
      {messages['result.insert']}
    </button>
  );
}

/** What became of the codes. Renders a `<span>`. */
export function InsertStatus({ status }: Pick<Insertion, 'status'>): ReactElement {
  const messages = useMessages();
  const words = { idle: '', inserting: '', inserted: messages['result.inserted'], failed: messages['result.insertFailed'] };
  return (
    <span data-part="help" role="status">
      {words[status]}
    </span>
  );
}
