import { directionOf } from './writing.js';

/** Numbers, sizes, times and lists in one language, by the platform's `Intl`. */
export interface Formats {
  readonly locale: string;
  number(value: number): string;
  /** Floored, so that 100 % is said only at the end. */
  percent(fraction: number): string;
  bytes(sizeBytes: number): string;
  bytesPerSecond(rate: number): string;
  /** `6000 × 4000`; a side without a number is left open. */
  pixels(widthPx: number | null, heightPx: number | null): string;
  /** `0:42`, `1:02:05`: for counting down and for films. */
  clock(seconds: number): string;
  /** A day and a time, short. */
  date(timeMs: number): string;
  /** "18 seconds", "3 minutes": roughly, for time left. */
  duration(seconds: number): string;
  /** "3 days": an ISO 8601 duration in words. */
  isoDuration(iso: string): string;
  list(words: readonly string[]): string;
  /** The form for this number by the language's own rules; `other` where a form is not given. */
  plural(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** As the hosts of this API write sizes and limits, and as the units of `Intl` mean it. */
const STEP = 1000;

/** @param locale a BCP 47 tag */
export function createFormats(locale: string): Formats {
  const plain = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const plurals = new Intl.PluralRules(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const sizes = BYTE_UNITS.map(
    (unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumSignificantDigits: 3 }),
  );
  const time = timeOf(locale);
  const bytes = (sizeBytes: number): string => {
    const at = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, sizeBytes)) / Math.log(STEP))));
    return sizes[at]?.format(sizeBytes / STEP ** at) ?? '';
  };
  return {
    locale,
    bytes,
    number: (value) => plain.format(value),
    percent: (fraction) => whole.format(Math.floor(fraction * 100) / 100),
    bytesPerSecond: rateOf(locale),
    pixels: pixelsOf(locale),
    clock: clockOf(locale),
    date: (timeMs) => dates.format(timeMs),
    duration(seconds) {
      if (seconds < 55) return time('second', Math.max(1, Math.ceil(seconds / 5) * 5));
      return seconds < 3_300 ? time('minute', Math.ceil(seconds / 60)) : time('hour', Math.ceil(seconds / 3_600));
    },
    isoDuration: (iso) =>
      isoParts(iso)
        .map(([value, unit]) => time(unit, value))
        .join(' '),
    list: (words) => lists.format(words),
    plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
  };
}

/** Each kind of number is made once: making one costs more than all the rest of a progress. */
function timeOf(locale: string): (unit: TimeUnit, value: number) => string {
  const made = new Map<TimeUnit, Intl.NumberFormat>();
  return (unit, value) => {
    const format = made.get(unit) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    made.set(unit, format);
    return format.format(value);
  };
}

/** From kilobytes on: what is slower than that stands still. */
function rateOf(locale: string): Formats['bytesPerSecond'] {
  const rates = BYTE_UNITS.slice(1).map(
    (unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: `${unit}-per-second`, unitDisplay: 'short', maximumSignificantDigits: 3 }),
  );
  return (rate) => {
    const at = Math.min(rates.length - 1, Math.max(0, Math.floor(Math.log(Math.max(STEP, rate)) / Math.log(STEP)) - 1));
    return rates[at]?.format(rate / STEP ** (at + 1)) ?? '';
  };
}

/** Width first, also for who reads from the right: there it is kept together from left to right. */
function pixelsOf(locale: string): Formats['pixels'] {
  const isRightToLeft = directionOf(locale) === 'rtl';
  return (...sides) => {
    const pixels = sides.map((side) => (side === null ? '∞' : String(side))).join(' × ');
    return isRightToLeft ? `\u2066${pixels}\u2069` : pixels;
  };
}

/** In the language's own digits, like every other number. */
function clockOf(locale: string): Formats['clock'] {
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  return (seconds) => {
    const left = Math.max(0, Math.ceil(seconds));
    const minutes = Math.floor(left / 60);
    if (minutes < 60) return `${one.format(minutes)}:${two.format(left % 60)}`;
    return `${one.format(Math.floor(minutes / 60))}:${two.format(minutes % 60)}:${two.format(left % 60)}`;
  };
}

const DATE_UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;
const TIME_UNITS = { H: 'hour', M: 'minute', S: 'second' } as const;
type TimeUnit = (typeof DATE_UNITS)[keyof typeof DATE_UNITS] | (typeof TIME_UNITS)[keyof typeof TIME_UNITS];

function isoParts(iso: string): (readonly [value: number, unit: TimeUnit])[] {
  const [date = '', time = ''] = iso.split('T');
  const partsOf = <U extends string>(text: string, units: Readonly<Record<string, U>>): (readonly [number, U])[] =>
    [...text.matchAll(/(\d+)([A-Z])/g)].flatMap(([, value, letter = '']) =>
      units[letter] ? [[Number(value), units[letter]] as const] : [],
    );
  return [...partsOf(date, DATE_UNITS), ...partsOf(time, TIME_UNITS)];
}
