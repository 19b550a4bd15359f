'use client';
import type { ReactElement, ReactNode } from 'react';

export interface CheckFieldProps {
  /** `switch` takes effect at once; `check` marks something for later. Default `check`. */
  readonly kind?: 'check' | 'switch';
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly part?: string;
  readonly children: ReactNode;
}

/** Yes or no with its words; the whole row is the target. Renders a `<label>`. */
export function CheckField({ kind = 'check', isChecked, onChange, part = kind, children }: CheckFieldProps): ReactElement {
  return (
    <label data-part="check-field">
      <input
        form=""
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        data-part={part}
        data-look={kind}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
