import { type AnyUploadError, type FloodPeriod, UploadError } from '../shared/UploadError.js';

/** An error as a host worded it. */
export interface HostError {
  readonly status: number;
  /** Of the JSON's `error`; null where the answer was no JSON of this API. */
  readonly code: number | string | null;
  readonly message: string;
  /** From now; null where the answer had no usable `Retry-After`. */
  readonly retryAfterMs: number | null;
  /** Whether the last byte of the body may have left when the answer came. */
  readonly isBodySent: boolean;
}

export type Rule = (error: HostError) => AnyUploadError;

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const PERIOD_MS: Readonly<Record<FloodPeriod, number>> = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 31 * DAY_MS,
};
const UNIT_BYTES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };
const BINARY_UNIT_BYTES: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Enough for a sentence; what is longer is a dump. */
const MAX_SHOWN_CHARS = 200;

/** The first line without the code that `/json` puts at its end. */
const readable = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/ (?:\[Code: [^\]]*\]|\(\d+\))$/, '').slice(0, MAX_SHOWN_CHARS);

const authRequired: Rule = ({ message }) => new UploadError('auth.required', { hostMessage: readable(message) });
const forbidden: Rule = ({ message }) => new UploadError('auth.forbidden', { hostMessage: readable(message) });
const unreadable: Rule = ({ message }) => new UploadError('file.unreadable', { hostMessage: readable(message) });
const unreachable: Rule = ({ message }) => new UploadError('link.unreachable', { hostMessage: readable(message) });
const full: Rule = ({ message }) => new UploadError('host.full', { hostMessage: readable(message) });
const broken: Rule = ({ status, message }) => new UploadError('host.broken', { status, hostMessage: readable(message) });
const busy: Rule = ({ status, retryAfterMs }) => new UploadError('host.busy', { status, retryAfterMs });
const sameBytes: Rule = () => new UploadError('file.duplicate', { isSameBytes: true });
const samePicture: Rule = () => new UploadError('file.duplicate', { isSameBytes: false });
const typeRefused: Rule = ({ message }) =>
  new UploadError('file.typeRefused', { format: /format \((\w{1,10})\)/i.exec(message)?.[1]?.toLowerCase() ?? null });
const refused =
  (option: string | null): Rule =>
  ({ message }) =>
    new UploadError('option.refused', { option, hostMessage: readable(message) });

/** A limit in words, `max 1 MB`: hosts count in thousands, as in their `size_formatted`. */
const tooLarge: Rule = ({ message }) => {
  const [, amount = '', unit = '', binary] = /max[^\d]{0,20}(\d+(?:\.\d+)?) ?([kmgt]?)(i?)b/i.exec(message) ?? [];
  const bytes = Number(amount) * ((binary ? BINARY_UNIT_BYTES : UNIT_BYTES)[unit.toLowerCase()] ?? 1);
  return new UploadError('file.tooLarge', { limitBytes: bytes > 0 ? Math.round(bytes) : null });
};

/** `You can only upload 5 images per day`. The host counts back from now, so the whole period is the longest wait. */
const rateLimited: Rule = ({ message, retryAfterMs }) => {
  const [, count, named] = /(\d{1,9})[^\d]{0,40}per (minute|hour|day|week|month)/i.exec(message) ?? [];
  const period = (named?.toLowerCase() as FloodPeriod | undefined) ?? null;
  return new UploadError('host.rateLimited', {
    retryAfterMs: retryAfterMs ?? (period && PERIOD_MS[period]),
    maxUploads: count ? Number(count) : null,
    period,
  });
};

/** A database's own words are nothing for people, and its columns are named after the parameters. */
const badColumn: Rule = ({ message }) =>
  new UploadError('option.refused', {
    option: /(category_id|album_id|title|description|nsfw)\W+at row/.exec(message)?.[1] ?? null,
    hostMessage: '',
  });

/** A proxy gave up on the host: after the last byte the host may have stored the file all the same. */
const proxyGaveUp: Rule = (error) => (error.isBodySent ? new UploadError('network.answerLost', { status: error.status }) : busy(error));

/** What a host that hides its reason in the log says, by status: 500 is its fault, else it could not read the file. */
const hidden: Rule = (error) => (error.status >= 500 ? broken(error) : unreadable(error));

/** Read before the code, since the host gives one code to several errors. The first that fits wins. */
export const TEXT_RULES: readonly (readonly [RegExp, Rule])[] = [
  [/flooding|rate limit|too many/i, rateLimited],
  [/duplicated/i, (error) => (error.code === 101 ? sameBytes(error) : samePicture(error))],
  [/too (?:big|large)/i, tooLarge],
  // The second is our gateway's: it surely passed nothing on.
  [/partially uploaded|host cannot be reached/i, busy],
  // A body over the server's own limit for posts arrives without any field.
  [/empty upload source/i, tooLarge],
  [/empty source|base64|no file was uploaded/i, refused('source')],
  [/no key provided|invalid api.* key|guest api|login needed/i, authRequired],
  [/unable to fetch|non-public ip/i, unreachable],
  [/uploading is disabled|content owner/i, forbidden],
  [/target width|image geometry/i, refused('width')],
  [/invalid category/i, refused('category_id')],
  [/album name/i, refused('album[name]')],
  [/album password/i, refused('album[password]')],
  [/(?:api|no) version/i, refused('version')],
  [/(?:api|no) action/i, refused('action')],
  [/(?:disabled|unavailable) image format|invalid mimetype|target upload source info/i, typeRefused],
  [/getimagesize|unable to read image|invalid video|ffprobe|fopen/i, unreadable],
  [/sqlstate\[22/i, badColumn],
  [/sqlstate/i, (error) => broken({ ...error, message: '' })],
  [/doesn'?t exist|missing delete target/i, refused('id')],
  [/storage (?:space|limit|quota|is full)|disk (?:space|quota|full)|no space left/i, full],
];

/** Statuses that mean one thing whoever says them. 400 and 500 are what the host says to everything. */
export const STATUS_RULES: ReadonlyMap<number, Rule> = new Map([
  [401, authRequired],
  [403, forbidden],
  [407, authRequired],
  [408, busy],
  [413, tooLarge],
  [414, refused(null)],
  [415, typeRefused],
  [425, busy],
  [429, rateLimited],
  [431, refused(null)],
  [502, proxyGaveUp],
  [503, busy],
  [504, proxyGaveUp],
  [507, full],
]);

/** For a text that says nothing, or is in another language. */
export const CODE_RULES: ReadonlyMap<number | string, Rule> = new Map<number | string, Rule>([
  ...STATUS_RULES,
  [0, hidden],
  [100, authRequired],
  [101, sameBytes],
  [102, samePicture],
  [103, samePicture],
  [104, full],
  [110, refused('version')],
  [112, forbidden],
  [114, forbidden],
  [130, refused('source')],
  [140, refused('album[name]')],
  [600, broken],
  [601, tooLarge],
  [610, typeRefused],
  [611, typeRefused],
  [612, typeRefused],
  [613, typeRefused],
  [614, typeRefused],
  // The database's own codes: a value too long, out of range, of the wrong kind.
  [22001, refused(null)],
  [22003, refused(null)],
  [22007, refused(null)],
]);

/** The last word on a JSON error that no rule knows: the host failed, or it did not like what was asked. */
export const otherwise: Rule = (error) => (error.status >= 500 ? broken(error) : refused(null)(error));
