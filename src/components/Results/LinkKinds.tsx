'use client';
import { useId, type ReactElement } from 'react';
import { LINK_NAMES, type LinkName } from '../../journey/result/linksOf.js';
import { useMessages } from '../../react/LocaleProvider.js';

export interface LinkKindsProps {
  readonly kind: LinkName;
  /** Kinds that at least one file has; the others are disabled. */
  readonly available: readonly LinkName[];
  readonly onChange: (kind: LinkName) => void;
}

/** Which kind of link is shown. Renders a `<fieldset>` of radio buttons. */
export function LinkKinds({ kind, available, onChange }: LinkKindsProps): ReactElement {
  const messages = useMessages();
  const group = useId();
  return (
    <fieldset data-part="chips">
      <legend data-part="visually-hidden">{messages['result.linkKind']}</legend>
      {LINK_NAMES.map((name) => (
        <label key={name} data-part="chip">
          <input
            type="radio"
            data-part="choice"
            name={group}
            value={name}
            checked={name === kind}
            disabled={!available.includes(name)}
            onChange={() => onChange(name)}
          />
          {messages['result.linkNames'][name]}
        </label>
      ))}
    </fieldset>
  );
}
