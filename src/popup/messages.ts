import * as v from 'valibot';
import { httpUrl } from '../api/httpUrl.js';
import { EMBED_GROUPS, type EmbedGroup } from '../journey/result/embedCodes.js';

/** Counted up when a message changes its meaning; the page and its opener may be of different releases. */
export const PROTOCOL_VERSION = 1;

/** One chosen file. Addresses are http(s). */
export interface InsertedFile {
  readonly name: string;
  /** In the format that was chosen. */
  readonly code: string;
  readonly viewerUrl: string;
  /** Null before a review. */
  readonly directUrl: string | null;
}

export interface InsertedCodes {
  readonly format: EmbedGroup;
  readonly files: readonly InsertedFile[];
}

/** What the opener of the page wants. */
export interface PopupWishes {
  /** Whether the page closes itself when its codes were taken. */
  readonly closeAfterInsert: boolean;
  /** The format that is chosen at first. */
  readonly format?: EmbedGroup | undefined;
}

/** From the page: it is there; these were chosen. */
export type PageMessage = { readonly dropline: 'ready'; readonly version: number } | ({ readonly dropline: 'insert' } & InsertedCodes);

/** From its opener: go on; they were taken. */
export type OpenerMessage = ({ readonly dropline: 'welcome' } & PopupWishes) | { readonly dropline: 'taken' };

const MAX_FILES = 10_000;
const MAX_NAME_CHARS = 1_000;
/** Some addresses at their longest, and a title. */
const MAX_CODE_CHARS = 20_000;

const text = (maxChars: number) => v.pipe(v.string(), v.maxLength(maxChars));

const link = v.pipe(
  v.unknown(),
  v.transform((value) => httpUrl(value)),
);

const file = v.object({
  name: text(MAX_NAME_CHARS),
  code: v.pipe(text(MAX_CODE_CHARS), v.minLength(1)),
  viewerUrl: v.pipe(link, v.string()),
  directUrl: v.nullable(v.pipe(link, v.string())),
});

// Counted before it is walked through: an array may claim a length that it does not hold.
const files = v.pipe(
  v.custom<unknown[]>((value) => Array.isArray(value) && value.length > 0 && value.length <= MAX_FILES),
  v.array(file),
);

const version = v.literal(PROTOCOL_VERSION);
const format = v.picklist(EMBED_GROUPS);

const pageMessage = v.variant('dropline', [
  v.object({ dropline: v.literal('ready'), version: v.number() }),
  v.object({ dropline: v.literal('insert'), version, format, files }),
]);

const openerMessage = v.variant('dropline', [
  v.object({ dropline: v.literal('welcome'), version, closeAfterInsert: v.boolean(), format: v.optional(format) }),
  v.object({ dropline: v.literal('taken'), version }),
]);

const parse = <T extends v.GenericSchema>(schema: T, data: unknown): v.InferOutput<T> | null => {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : null;
};

/** Null for what is no message of a page; of one, only what is known. */
export const parsePageMessage = (data: unknown): PageMessage | null => parse(pageMessage, data);

/** Null for what is no message of an opener; of one, only what is known. */
export const parseOpenerMessage = (data: unknown): OpenerMessage | null => parse(openerMessage, data);

/** As it is sent. */
export const withVersion = <T extends PageMessage | OpenerMessage>(message: T): T & { readonly version: number } => ({
  ...message,
  version: PROTOCOL_VERSION,
});
