import type { OpenSubject } from './openSubject.js';
import type { SubjectName } from './subjects.js';

/** What of ours is demanded. `overRaw`: what the bare loop costs is taken off the others before they are shown and judged. */
export type Budget = { readonly most: number } | { readonly below: number } | { readonly timesRaw: number } | { readonly overRaw: number };

/** One number that a measure reads. */
export interface Reading {
  readonly name: string;
  readonly label: string;
  readonly unit: 'ms' | 'elements' | 'B' | 'MB' | '%' | 'kB' | 'files' | 'URLs';
  /** Without it the number is only told. */
  readonly budget?: Budget;
  /** What the naive page came to on the machine that the budgets are of: it tells how much slower this one is at this very work. */
  readonly naiveThere?: number;
}

export type Values = Readonly<Record<string, number | null>>;

export interface Measure {
  readonly name: string;
  readonly readings: readonly Reading[];
  /** How often in the full run. */
  readonly runs: number;
  /** What the page's address says, such as how fast the sink takes. */
  readonly query?: string;
  /** How much slower the processor is made. Default 1. */
  readonly slowdown?: number;
  /** Who was not done with as few is not asked. */
  readonly fileCount: number;
  /** Who is measured. Default all. */
  readonly subjects?: readonly SubjectName[];
  /** A name for what is the same to the naive page in several measures: a quick run asks it once for all of them. Default its own. */
  readonly naiveAs?: string;
  /** What is got ready in the fresh page and belongs to nobody's time. */
  prepare?(subject: OpenSubject): Promise<void>;
  /** One run: a value for each reading that is asked for, null where it cannot be read here. What only others need may be left out. */
  run(subject: OpenSubject, isAsked: Asked): Promise<Values>;
}

/** Whether a reading is asked for, by its name. */
export type Asked = (reading: string) => boolean;

/** A measure of programs without a page: `raw` is the least that could be done. */
export interface ProcessMeasure {
  readonly name: string;
  readonly readings: readonly Reading[];
  readonly runs: number;
  run(name: 'raw' | 'ours'): Promise<Values>;
}
