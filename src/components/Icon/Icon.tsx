import type { ReactElement } from 'react';

/** Drawn on 20 × 20, as strokes in the ink of the words beside them. */
const PATHS = {
  alert: 'M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5zM10 6.4v4.4M10 13.4v.1',
  check: 'm4.75 10.5 3.5 3.5 7-8',
  clock: 'M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5zM10 5.9v4.3l2.8 1.7',
  close: 'm5.75 5.75 8.5 8.5M14.25 5.75l-8.5 8.5',
  copy: 'M9 7h5.5a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM13 4.6a1.6 1.6 0 0 0-1.5-1.1H5.25A1.75 1.75 0 0 0 3.5 5.25v6.25A1.6 1.6 0 0 0 4.6 13',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  download: 'M10 4v8.75M6.5 9.25 10 12.75l3.5-3.5M4 16.25h12',
  edit: 'M4 16l.7-3.2 8.6-8.6a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3L7.2 15.3zM12 5.5l2.5 2.5',
  eye: 'M2.6 10S5.2 4.9 10 4.9 17.4 10 17.4 10 14.8 15.1 10 15.1 2.6 10 2.6 10zM10 7.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5z',
  globe:
    'M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5zM2.9 10h14.2M10 2.75c2.3 2 3.4 4.4 3.4 7.25s-1.1 5.25-3.4 7.25c-2.3-2-3.4-4.4-3.4-7.25S7.7 4.75 10 2.75z',
  images:
    'M4.75 5.75h7.5a2 2 0 0 1 2 2v6.5a2 2 0 0 1-2 2h-7.5a2 2 0 0 1-2-2v-6.5a2 2 0 0 1 2-2zM6 3.5h9.25a2 2 0 0 1 2 2v7.75M3 13.75l3-3 2.4 2.4 1.6-1.6 4 4',
  key: 'M7 9.25a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM9.6 10.3l6.15-6.05M13.25 6.7l2 2',
  link: 'M8.4 11.6a3 3 0 0 0 4.25 0l2.6-2.6a3 3 0 1 0-4.25-4.25l-.9.9M11.6 8.4a3 3 0 0 0-4.25 0l-2.6 2.6A3 3 0 1 0 9 15.25l.9-.9',
  lock: 'M6.5 9h7a2 2 0 0 1 2 2v3.5a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V11a2 2 0 0 1 2-2zM7 9V6.75a3 3 0 0 1 6 0V9',
  next: 'm8 5.5 4.5 4.5L8 14.5',
  offline:
    'M2.9 8.4a10 10 0 0 1 3.6-2.4M9.4 5.2A10 10 0 0 1 17.1 8.4M5.5 11.2a6.4 6.4 0 0 1 3-1.8M12.6 9.8a6.4 6.4 0 0 1 1.9 1.4M8 13.8a3 3 0 0 1 3.9 0M3.5 3.5l13 13M10 16.1v.1',
  pause: 'M7.25 5v10M12.75 5v10',
  noPlace: 'M5.1 5.3A6 6 0 0 0 4.5 8c0 4 5.5 9 5.5 9s1.7-1.5 3.2-3.6M7.6 3.1A5.6 5.6 0 0 1 15.5 8c0 .9-.3 1.9-.7 2.8M3.5 3.5l13 13',
  place: 'M10 17s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  play: 'M7.25 5.3v9.4a.75.75 0 0 0 1.15.63l7.3-4.7a.75.75 0 0 0 0-1.26l-7.3-4.7a.75.75 0 0 0-1.15.63z',
  plus: 'M10 4.5v11M4.5 10h11',
  previous: 'm12 5.5-4.5 4.5 4.5 4.5',
  retry: 'M15.6 10.2a5.6 5.6 0 1 1-1.7-4.2l1.6 1.5M15.6 4v3.6H12',
  user: 'M10 3.75a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5zM3.9 16.5a6.2 6.2 0 0 1 12.2 0',
  warn: 'M8.9 3.9a1.25 1.25 0 0 1 2.2 0l6 10.8a1.25 1.25 0 0 1-1.1 1.85H4a1.25 1.25 0 0 1-1.1-1.85zM10 8v3.75M10 14v.1',
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  readonly name: IconName;
  /** `s` is 16 px, for small buttons and lines of small words. Default 20 px. */
  readonly size?: 's';
}

/** A picture that says nothing which words beside it do not say. Renders an `<svg>`. */
export function Icon({ name, size }: IconProps): ReactElement {
  return (
    <svg data-part="icon" data-size={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill={name === 'play' ? 'currentColor' : undefined} />
    </svg>
  );
}
