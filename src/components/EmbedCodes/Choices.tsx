'use client';
import { useId, type ReactElement } from 'react';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isAvailable: boolean;
}

export interface ChoicesProps {
  /** `segments`: one of a few that stand together. `chips`: one of more, each on its own. */
  readonly look: 'segments' | 'chips';
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

/** One of some, what is not there disabled. Renders a `<fieldset>` of radio buttons. */
export function Choices({ look, legend, choices, chosenId, onChoose }: ChoicesProps): ReactElement {
  const group = useId();
  return (
    <fieldset data-part={look}>
      <legend data-part="visually-hidden">{legend}</legend>
      {choices.map(({ id, label, isAvailable }) => (
        <label key={id} data-part={look === 'segments' ? 'segment' : 'chip'}>
          <input
            form=""
            type="radio"
            data-part="choice"
            name={group}
            value={id}
            checked={id === chosenId}
            disabled={!isAvailable}
            onChange={() => onChoose(id)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
