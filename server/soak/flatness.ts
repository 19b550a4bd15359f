import type { Taken } from './serverProcess.js';

/** What a process that has worked for a while may take more than at an earlier quiet point. */
export const TOLERANCES = { residentBytes: 48_000_000, residentShare: 0.2, handles: 4 };

/** In words, what has grown from one quiet point to a later one of the same process. */
export function growth(earlier: Taken, later: Taken): string[] {
  const problems: string[] = [];
  const mostBytes = earlier.residentBytes * (1 + TOLERANCES.residentShare) + TOLERANCES.residentBytes;
  if (later.residentBytes > mostBytes)
    problems.push(`memory has grown from ${megabytes(earlier.residentBytes)} to ${megabytes(later.residentBytes)}`);
  if (later.handles > earlier.handles + TOLERANCES.handles)
    problems.push(`open files have grown from ${earlier.handles} to ${later.handles}`);
  if (later.children > Math.max(earlier.children, 2)) problems.push(`processes have grown from ${earlier.children} to ${later.children}`);
  return problems;
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
