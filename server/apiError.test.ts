import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, toApiError } from './apiError.js';

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

describe('what is thrown', () => {
  it('is answered as it is where it was meant for the caller, and not logged', () => {
    const error = new ApiError(130, 'Empty upload source');
    expect(toApiError(error)).toBe(error);
    expect(console.error).not.toHaveBeenCalled();
  });

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('says that the disk is full: %s', (code) => {
    const error = toApiError(Object.assign(new Error('/data/images: no space'), { code }));
    expect({ code: error.code, message: error.message }).toEqual({ code: 104, message: 'No storage space left' });
  });

  it.each([new Error('SELECT * FROM users'), 'text', null, undefined])('says nothing of anything else, which is logged: %s', (thrown) => {
    const error = toApiError(thrown);
    expect({ code: error.code, message: error.message }).toEqual({ code: 600, message: 'System error, try again later' });
    expect(console.error).toHaveBeenCalledWith(thrown);
  });
});
