import { describe, expect, it } from 'vitest';
import { errorOf } from './errorOf.js';
import type { HostError } from './errorRules.js';
import { readImage, readReply } from './readReply.js';
import { answerIn, ERROR_EXCHANGES, type Exchange } from './testing/answers.js';
import { ERROR_TABLE } from './testing/errorTable.js';

const said = (over: Partial<HostError>): HostError => ({
  status: 400,
  code: 0,
  message: '',
  retryAfterMs: null,
  isBodySent: true,
  ...over,
});
const meaning = (over: Partial<HostError>) => {
  const error = errorOf(said(over));
  return error && [error.code, error.details];
};

/** The row that a recorded answer belongs to. */
function rowOf({ status, body }: Exchange) {
  const error = typeof body === 'object' && 'error' in body ? (body.error as { code: number | string; message: string }) : null;
  const text = error?.message ?? (body as string).trim();
  return ERROR_TABLE.filter(
    (row) => row[0] === status && row[1] === (error?.code ?? null) && (row[2] === '' ? text === '' : text.startsWith(row[2])),
  );
}

describe('errorOf', () => {
  it.each(ERROR_EXCHANGES.map((each) => [each.server, each.name, each] as const))(
    'reads %s %s as the table says',
    (_server, _name, each) => {
      const rows = rowOf(each);
      expect(rows).toHaveLength(1);
      expect(readReply(answerIn(each), readImage)).toMatchObject({ name: 'UploadError', code: rows[0]?.[3] });
    },
  );

  it('has no row in the table that no recorded answer belongs to', () => {
    const used = new Set(ERROR_EXCHANGES.flatMap(rowOf));
    expect(ERROR_TABLE.filter((row) => !used.has(row))).toEqual([]);
  });

  it.each([
    ['1 image per minute', 1, 'minute', 60_000],
    ['3 images per hour', 3, 'hour', 3_600_000],
    ['5 images per day', 5, 'day', 86_400_000],
    ['70 images per week', 70, 'week', 604_800_000],
    ['1000 images per month', 1_000, 'month', 2_678_400_000],
  ])('tells a flood of %s from an empty source by its text', (words, maxUploads, period, retryAfterMs) => {
    const message = `Flooding detected. You can only upload ${words}`;
    expect(meaning({ code: 130, message })).toEqual(['host.rateLimited', { maxUploads, period, retryAfterMs }]);
  });

  it('takes the time of Retry-After before the period of a flood', () => {
    const message = 'Flooding detected. You can only upload 5 images per day';
    expect(meaning({ code: 130, message, retryAfterMs: 7_000 })).toMatchObject(['host.rateLimited', { retryAfterMs: 7_000 }]);
  });

  it.each([
    ['File too big - max 1 MB', 1_000_000],
    ['File too big - max 2.5 GB', 2_500_000_000],
    ['File too big - max 512 KiB', 524_288],
    ['File too big - max 900 B', 900],
    ['File too big - max 1048576 bytes', 1_048_576],
    ['File too big (UPLOAD_ERR_INI_SIZE)', null],
    ['File too big - max big', null],
  ])('reads the limit out of %s', (message, limitBytes) => {
    expect(meaning({ code: 400, message })).toEqual(['file.tooLarge', { limitBytes }]);
  });

  it.each([
    [101, true],
    [102, false],
    [103, false],
  ])('reads duplicate %d', (code, isSameBytes) => {
    expect(meaning({ code, message: 'Duplicated upload' })).toEqual(['file.duplicate', { isSameBytes }]);
    expect(meaning({ code, message: 'Téléversement en double' })).toEqual(['file.duplicate', { isSameBytes }]);
  });

  it.each([
    [601, 'The uploaded file was only partially uploaded', 'host.busy'],
    [601, 'No file was uploaded', 'option.refused'],
    [601, 'UPLOAD_ERR_FORM_SIZE', 'file.tooLarge'],
    [610, 'Invalid mimetype', 'file.typeRefused'],
    [104, 'No storage space left', 'host.full'],
    [104, 'Speicher voll', 'host.full'],
    [600, 'a system error', 'host.broken'],
    [999, 'something new', 'option.refused'],
  ])('reads code %d with "%s" as %s', (code, message, expected) => {
    expect(meaning({ code, message })?.[0]).toBe(expected);
  });

  it.each([
    [401, 'auth.required'],
    [403, 'auth.forbidden'],
    [407, 'auth.required'],
    [408, 'host.busy'],
    [413, 'file.tooLarge'],
    [414, 'option.refused'],
    [415, 'file.typeRefused'],
    [425, 'host.busy'],
    [429, 'host.rateLimited'],
    [431, 'option.refused'],
    [500, 'host.broken'],
    [502, 'network.answerLost'],
    [503, 'host.busy'],
    [504, 'network.answerLost'],
    [507, 'host.full'],
    [599, 'host.broken'],
  ])('reads a proxy that says %d as %s', (status, expected) => {
    expect(meaning({ status, code: null })?.[0]).toBe(expected);
  });

  it.each([502, 504])('knows that nothing was stored when %d came before the last byte', (status) => {
    expect(meaning({ status, code: null, isBodySent: false })).toEqual(['host.busy', { status, retryAfterMs: null }]);
  });

  it('tells a gateway that could not reach the host from one that lost its answer', () => {
    expect(meaning({ status: 502, code: 502, message: 'The host cannot be reached' })?.[0]).toBe('host.busy');
    expect(meaning({ status: 502, code: 502, message: 'The host took the file and gave no answer' })?.[0]).toBe('network.answerLost');
  });

  it.each([200, 404, 418])('leaves a %d without JSON to the reader of replies', (status) => {
    expect(meaning({ status, code: null })).toBeNull();
  });

  it('keeps a dump, the code at its end and the words of a database off the screen', () => {
    expect(meaning({ status: 500, code: 600, message: `${'x'.repeat(5_000)}\nstack` })).toEqual([
      'host.broken',
      { status: 500, hostMessage: 'x'.repeat(200) },
    ]);
    expect(meaning({ status: 500, code: 401, message: 'Request denied [Code: 401]' })).toEqual([
      'auth.required',
      { hostMessage: 'Request denied' },
    ]);
    expect(meaning({ status: 500, code: 403, message: 'Request denied (403)' })).toEqual([
      'auth.forbidden',
      { hostMessage: 'Request denied' },
    ]);
    expect(meaning({ code: '42S02', message: "SQLSTATE[42S02]: Base table not found: 'secret'" })).toEqual([
      'host.broken',
      { status: 400, hostMessage: '' },
    ]);
  });
});
