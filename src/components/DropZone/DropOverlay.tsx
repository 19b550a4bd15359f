'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { Icon } from '../Icon/Icon.js';
import { useIntake } from './IntakeContext.js';

/** Over a box with files in it while something is dragged: the whole box takes the drop. Renders a `<div>`, or nothing. */
export function DropOverlay(): ReactElement | null {
  const messages = useMessages();
  const { isDragging, draggedCount } = useIntake();
  if (!isDragging) return null;
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
