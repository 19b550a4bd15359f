import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, toApiError as answered } from './apiError.js';
import { silentLog } from './log/createLog.js';

const log = { ...silentLog, error: vi.fn<() => void>() };
const toApiError = (thrown: unknown): ApiError => answered(thrown, log, 'a1');
afterEach(() => log.error.mockClear());

describe('what is thrown', () => {
  it('is answered as it is where it was meant for the caller, and not logged', () => {
    const error = new ApiError(130, 'Empty upload source');
    expect(toApiError(error)).toBe(error);
    expect(log.error).not.toHaveBeenCalled();
  });

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('says that the disk is full: %s', (code) => {
    const error = toApiError(Object.assign(new Error('/data/images: no space'), { code }));
    expect({ code: error.code, message: error.message }).toEqual({ code: 104, message: 'No storage space left' });
  });

  it.each([new Error('SELECT * FROM users'), 'text', null, undefined])('says nothing of anything else, which is logged: %s', (thrown) => {
    const error = toApiError(thrown);
    expect({ code: error.code, message: error.message }).toEqual({ code: 600, message: 'System error, try again later' });
    expect(log.error).toHaveBeenCalledWith({ requestId: 'a1', err: thrown }, 'a request failed');
  });
});
