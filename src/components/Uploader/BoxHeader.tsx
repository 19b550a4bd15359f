'use client';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon.js';

export interface BoxHeaderProps {
  readonly headline: string;
  readonly note?: ReactNode;
  readonly icon?: { readonly name: IconName; readonly tone: 'success' | 'warning' | 'danger' };
  /** Buttons, at most one of them primary. */
  readonly children?: ReactNode;
}

/** The one headline that says the state, a line that explains it, and what to do next. Renders a `<header>`. */
export function BoxHeader({ headline, note, icon, children }: BoxHeaderProps): ReactElement {
  return (
    <header data-part="header">
      <div data-part="heading">
        {icon && (
          <span data-part="state-icon" data-tone={icon.tone}>
            <Icon name={icon.name} />
          </span>
        )}
        <div data-part="heading-text">
          <h2 data-part="headline" tabIndex={-1}>
            {headline}
          </h2>
          {note !== undefined && <p data-part="note">{note}</p>}
        </div>
      </div>
      <div data-part="actions">{children}</div>
    </header>
  );
}
