export interface GridShape {
  /** Of the tile that the keys start from. */
  readonly index: number;
  readonly count: number;
  readonly columns: number;
  readonly rowsPerPage: number;
  readonly isRightToLeft: boolean;
}

/** The tile that a key leads to; null for a key that does not move. It never leaves the grid: at an edge it stays. Pure. */
export function indexAfterKey(key: string, { index, count, columns, rowsPerPage, isRightToLeft }: GridShape): number | null {
  const sideways = isRightToLeft ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: sideways,
    ArrowLeft: -sideways,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * rowsPerPage,
    PageUp: -columns * rowsPerPage,
    Home: -index,
    End: count - 1 - index,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined || count === 0) return null;
  const to = index + step;
  // In the last row there may be nothing below: then its last tile is the nearest.
  if (step > 0 && to >= count) return key === 'ArrowDown' && rowOf(index, columns) === rowOf(count - 1, columns) ? index : count - 1;
  return to < 0 ? (key === 'ArrowUp' ? index : 0) : to;
}

const rowOf = (index: number, columns: number): number => Math.floor(index / columns);
