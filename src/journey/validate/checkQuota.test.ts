import { describe, expect, it } from 'vitest';
import type { Rejection, UploadItem } from '../item.js';
import { itemIn } from '../testing/items.js';
import { checkQuota } from './checkQuota.js';
import { NO_LIMITS } from './checkSource.js';

const refuse = (item: UploadItem, rejection: Rejection): UploadItem => ({
  ...item,
  status: 'rejected',
  rejection,
  shrinking: { status: 'none' },
});
const three = () => [itemIn('ready'), itemIn('ready'), itemIn('ready')];
const statuses = (items: readonly UploadItem[]) => items.map(({ status }) => status);
const codes = (items: readonly UploadItem[]) => items.map((item) => (item.status === 'rejected' ? item.rejection.code : null));

describe('checkQuota', () => {
  it('takes all where there is no limit', () => {
    expect(statuses(checkQuota(three(), { fileCount: 9_999, sizeBytes: 1e12 }, NO_LIMITS, refuse))).toEqual(['ready', 'ready', 'ready']);
  });

  it('refuses only the surplus of files, the last first', () => {
    const checked = checkQuota(three(), { fileCount: 1, sizeBytes: 0 }, { ...NO_LIMITS, maxFiles: 3 }, refuse);
    expect(codes(checked)).toEqual([null, null, 'validate.tooMany']);
  });

  it('refuses what does not fit into the bytes that are left, and takes what does', () => {
    const checked = checkQuota(three(), { fileCount: 0, sizeBytes: 50 }, { ...NO_LIMITS, maxTotalBytes: 250 }, refuse);
    expect(codes(checked)).toEqual([null, null, 'validate.totalTooLarge']);
  });

  it('counts nothing that was refused before', () => {
    const items = [itemIn('rejected'), itemIn('ready')];
    expect(statuses(checkQuota(items, { fileCount: 0, sizeBytes: 0 }, { ...NO_LIMITS, maxFiles: 1 }, refuse))).toEqual([
      'rejected',
      'ready',
    ]);
  });
});
