'use client';
import type { MouseEvent, ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';

export interface ShowAllProps {
  readonly count: number;
  readonly onShow: () => void;
  readonly size?: 's';
}

/**
 * The way to the rest of a long list, right after it. It goes when pressed, so the focus moves to the last control that was listed: the next one is the first of the rest.
 * Renders a `<button>`.
 */
export function ShowAll({ count, onShow, size }: ShowAllProps): ReactElement {
  const messages = useMessages();
  const onClick = ({ currentTarget }: MouseEvent): void => {
    const controls = currentTarget.previousElementSibling?.querySelectorAll<HTMLElement>('a, button') ?? [];
    [...controls].at(-1)?.focus({ preventScroll: true });
    onShow();
  };
  return (
    <button type="button" data-part="show-all" data-look="button" data-variant="quiet" data-size={size} onClick={onClick}>
      {messages['validate.showAll'](count)}
    </button>
  );
}
