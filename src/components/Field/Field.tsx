'use client';
import { useId, type ReactElement, type ReactNode } from 'react';

/** What ties a control to its label, help and error. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'data-look': 'control';
}

export interface FieldProps {
  readonly label: string;
  /** Beside the label, such as how many characters are left. */
  readonly counter?: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong with the value, in words; said by a screen reader with the control. */
  readonly error?: string | null;
  readonly children: (ids: ControlIds) => ReactElement;
}

/**
 * A label with its control, a help and an error. Renders a `<div>`.
 * @attr data-part="field" · "label" · "counter" · "help" · "field-error"
 */
export function Field({ label, counter, help, error, children }: FieldProps): ReactElement {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = [help ? helpId : '', error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div data-part="field">
      <span data-part="label">
        <label htmlFor={id}>{label}</label>
        {counter !== undefined && (
          <bdi data-part="counter" dir="ltr">
            {counter}
          </bdi>
        )}
      </span>
      {children({
        id,
        'data-look': 'control',
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true }),
      })}
      {help && (
        <span data-part="help" id={helpId}>
          {help}
        </span>
      )}
      {error && (
        <span data-part="field-error" id={errorId}>
          {error}
        </span>
      )}
    </div>
  );
}
