import { useEffect, useRef, type ReactElement } from 'react';

export interface ProgressBarProps {
  /** 0..1; null while nobody knows how far it is. */
  readonly fraction: number | null;
  readonly label: string;
  readonly valueText: string;
  readonly part: 'progress' | 'tile-progress';
}

/**
 * A bar that fills. Renders a `<div>` with role `progressbar`.
 * @cssvar --dl-fraction 0..1
 */
export function ProgressBar({ fraction, label, valueText, part }: ProgressBarProps): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Through the DOM, not as an attribute: a strict style-src forbids style attributes in served HTML.
    bar.current?.style.setProperty('--dl-fraction', String(fraction ?? 1));
  }, [fraction]);
  const percent = fraction === null ? undefined : Math.floor(fraction * 100);
  return (
    <div
      ref={bar}
      data-part={part}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
    >
      <span data-part="progress-fill" />
    </div>
  );
}
