import { afterEach, describe, expect, it, vi } from 'vitest';
import { warnOnce } from './warnOnce.js';

describe('warnOnce', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('says each thing once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    warnOnce('one');
    warnOnce('one');
    warnOnce('two');
    expect(warn.mock.calls).toEqual([['[dropline] one'], ['[dropline] two']]);
  });

  it('says nothing in production', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('NODE_ENV', 'production');
    warnOnce('three');
    expect(warn).not.toHaveBeenCalled();
  });
});
