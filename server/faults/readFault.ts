export interface Fault {
  readonly kind: string;
  /** Bytes, bytes per second or milliseconds. */
  readonly amount: number;
  /** What it plays on. */
  readonly on: 'uploads' | 'albums';
  readonly leg: 'browser' | 'upstream';
  /** How many requests of `id` are hit; without an id every one is. */
  readonly times: number;
  readonly id: string;
  readonly retryAfter: string | null;
}

/** Reads `cut=1000;leg=upstream;times=1;id=a`. */
export function readFault(header: string): Fault {
  const [first = '', ...rest] = header.split(';').map((part) => part.trim());
  const [kind = '', amount = '0'] = first.split('=');
  const named = new Map(rest.map((part) => part.split('=') as [string, string?]).map(([name, value = '']) => [name, value]));
  return {
    kind,
    amount: Number(amount) || 0,
    on: named.get('on') === 'albums' ? 'albums' : 'uploads',
    leg: named.get('leg') === 'upstream' ? 'upstream' : 'browser',
    times: Number(named.get('times') ?? Number.POSITIVE_INFINITY),
    id: named.get('id') ?? '',
    retryAfter: named.get('retry-after') ?? null,
  };
}
