const STEPS = [
  { unit: 'GB', bytes: 1e9 },
  { unit: 'MB', bytes: 1e6 },
  { unit: 'KB', bytes: 1e3 },
] as const;

/** `44623` as `44.6 KB`: decimal units, at most one decimal place, as hosts write sizes. */
export function formatBytes(sizeBytes: number): string {
  const step = STEPS.find(({ bytes }) => sizeBytes >= bytes);
  return step ? `${Number((sizeBytes / step.bytes).toFixed(1))} ${step.unit}` : `${sizeBytes} B`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD HH:MM:SS` in UTC. */
export const formatUtc = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');

/** `YYYY-MM-DD HH:MM:SS` in the server's own time zone. */
export function formatLocal(timeMs: number): string {
  const date = new Date(timeMs);
  return `${localDay(date, '-')} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** `YYYY/MM/DD` in the server's own time zone. */
export const dayFolder = (timeMs: number): string => localDay(new Date(timeMs), '/');

const localDay = (date: Date, separator: string): string =>
  [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join(separator);

/** `01:13`, with hours where there are any. */
export function formatDuration(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map(two);
  const hours = Math.floor(seconds / 3_600);
  return [...(hours > 0 ? [two(hours)] : []), ...parts].join(':');
}

/** How long ago, in the words of hosts. */
export function howLongAgo(thenMs: number, nowMs: number): string {
  const seconds = (nowMs - thenMs) / 1_000;
  const steps = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const step = steps.find(([, size]) => seconds >= size);
  if (!step) return 'moments ago';
  const count = Math.floor(seconds / step[1]);
  return `${count} ${step[0]}${count === 1 ? '' : 's'} ago`;
}
