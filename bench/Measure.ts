import type { OpenSubject } from './openSubject.js';

/** One number that a measure reads. */
export interface Reading {
  readonly name: string;
  readonly label: string;
  readonly unit: 'ms' | 'elements' | 'B' | 'MB' | '%';
  /** Ours may be that much; without it the number is only told. */
  readonly budget?: number;
  /** What the bare loop costs is not ours: it is taken off the others before they are shown and judged. */
  readonly overBare?: boolean;
}

export type Values = Readonly<Record<string, number | null>>;

export interface Measure {
  readonly name: string;
  readonly readings: readonly Reading[];
  /** How often, where `--runs` does not say. */
  readonly runs: number;
  /** One run in a fresh page: a value for each reading, null where it cannot be read here. */
  run(subject: OpenSubject): Promise<Values>;
}
