'use client';
import type { ReactElement, SelectHTMLAttributes } from 'react';
import { Icon } from '../Icon/Icon.js';

/** The platform's own choice of one, in our look. Renders a `<select>` inside a `<span>`; every prop goes to the `<select>`. */
export function Select(props: SelectHTMLAttributes<HTMLSelectElement>): ReactElement {
  return (
    <span data-part="select">
      <select {...props} form="" />
      <Icon name="down" size="s" />
    </span>
  );
}
