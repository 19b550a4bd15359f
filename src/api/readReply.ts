import { nowMs } from '../shared/clock.js';
import { type AnyUploadError, type BadReplyHint, UploadError } from '../shared/UploadError.js';
import * as v from 'valibot';
import type { StoredImage } from './contract.js';
import { errorOf } from './errorOf.js';
import { errorSchema, isRecord } from './replySchemas.js';
import { retryAfterMs } from './retryAfter.js';
import { toStoredImage } from './toStoredImage.js';

/** An HTTP answer, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
  /** Whether it came from another address than the one that was asked. */
  readonly isRedirected: boolean;
  /** Whether the last byte of the body may have left before it came. */
  readonly isBodySent: boolean;
}

/** No answer of this API comes near it. */
export const MAX_ANSWER_CHARS = 1_000_000;

/** Errors as bare text are one line. */
const MAX_BARE_CHARS = 300;

/**
 * What an answer says: the parsed thing, or the error. Never throws, whatever the text is.
 *
 * @param read takes the parsed JSON, or answers null where it is something else
 */
export function readReply<T extends object>(answer: Answer, read: (reply: unknown) => T | null): T | AnyUploadError {
  const json = parseJson(answer.text);
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const hostError = hostErrorIn(json);
  const result = isSuccess && !hostError ? read(json) : null;
  if (result) return result;
  if (answer.isRedirected) return badReply(answer, 'redirected');
  const error = errorOf({
    status: answer.status,
    code: hostError?.code ?? null,
    message: hostError?.message ?? bareText(answer.text, json),
    retryAfterMs: retryAfterMs(answer.retryAfter, nowMs()),
    isBodySent: answer.isBodySent,
  });
  return error ?? badReply(answer, hintOf(answer.text, json));
}

/** The stored image of an upload's or an edit's answer: `image` of V1.1 and `/json`, `data` of ImgBB. */
export const readImage = (reply: unknown): StoredImage | null =>
  isRecord(reply) ? (toStoredImage(reply['image']) ?? toStoredImage(reply['data'])) : null;

const badReply = ({ status }: Answer, hint: BadReplyHint): AnyUploadError => new UploadError('host.badReply', { status, hint });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The `error` of a JSON answer. Some hosts give it as text only. */
function hostErrorIn(json: unknown): v.InferOutput<typeof errorSchema> | null {
  const said = isRecord(json) ? json['error'] : null;
  if (typeof said === 'string') return v.parse(errorSchema, { message: said });
  return isRecord(said) ? v.parse(errorSchema, said) : null;
}

const bareText = (text: string, json: unknown): string =>
  json === undefined && text.length <= MAX_BARE_CHARS && !/[<{]/.test(text) ? text : '';

function hintOf(text: string, json: unknown): BadReplyHint {
  const start = text.trimStart()[0];
  if (start === undefined) return 'empty';
  if (json !== undefined) return 'shape';
  if (start === '<') return 'html';
  return start === '{' || start === '[' ? 'truncated' : 'text';
}
