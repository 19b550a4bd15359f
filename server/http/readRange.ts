export interface ByteRange {
  readonly start: number;
  /** Included. */
  readonly end: number;
}

/** One range of a Range header; null where the whole file is to be sent, as for several ranges or a header that is none. */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : { start: Math.max(0, sizeBytes - Number(to)), end: sizeBytes - 1 };
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < Number(from)) return null;
  return Number(from) >= sizeBytes ? 'unsatisfiable' : { start: Number(from), end };
}
