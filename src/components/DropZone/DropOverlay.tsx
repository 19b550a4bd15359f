'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { Icon } from '../Icon/Icon.js';

/** Over a box with files in it while something is dragged: the whole box takes the drop. Renders a `<div>`. */
export function DropOverlay({ draggedCount }: { readonly draggedCount: number | null }): ReactElement {
  const messages = useMessages();
  return (
    <div data-part="drop-overlay" aria-hidden="true">
      <div data-part="drop-text">
        <Icon name="plus" />
        <p data-part="headline">{messages['intake.dropToAdd'](draggedCount)}</p>
        <p data-part="note">{messages['intake.dropNote']}</p>
      </div>
    </div>
  );
}
