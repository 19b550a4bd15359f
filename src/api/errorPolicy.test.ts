import { describe, expect, it } from 'vitest';
import { type AnyUploadError, type BadReplyHint, UploadError, type UploadErrorCode } from '../shared/UploadError.js';
import { ERROR_POLICIES, policyOf } from './errorPolicy.js';

const codes = Object.keys(ERROR_POLICIES) as UploadErrorCode[];
const badReply = (status: number, hint: BadReplyHint): AnyUploadError => new UploadError('host.badReply', { status, hint });

describe('policyOf', () => {
  it('sends again by itself only what surely was not stored', () => {
    const auto = codes.filter((code) => ERROR_POLICIES[code].retry === 'auto');
    expect(auto).toEqual(['network.offline', 'network.lost', 'network.stalled', 'host.rateLimited', 'host.busy']);
    expect(auto.filter((code) => ERROR_POLICIES[code].isOutcomeUnknown)).toEqual([]);
  });

  it('holds the whole queue for a limit of the host only', () => {
    expect(codes.filter((code) => ERROR_POLICIES[code].pausesQueue)).toEqual(['host.rateLimited']);
  });

  it('knows no outcome where the answer was lost', () => {
    expect(codes.filter((code) => ERROR_POLICIES[code].isOutcomeUnknown)).toEqual(['network.answerLost', 'network.noAnswer']);
  });

  it('never offers a retry that gets the same answer again', () => {
    expect(codes.filter((code) => ERROR_POLICIES[code].retry === 'never' && ERROR_POLICIES[code].advice.includes('retry'))).toEqual([]);
  });

  it.each(codes)('has an advice for %s', (code) => {
    expect(ERROR_POLICIES[code].advice).not.toEqual([]);
  });

  it.each<BadReplyHint>(['empty', 'truncated', 'shape', 'text', 'endless'])('knows no outcome after a 200 that is %s', (hint) => {
    expect(policyOf(badReply(200, hint)).isOutcomeUnknown).toBe(true);
    expect(policyOf(badReply(404, hint)).isOutcomeUnknown).toBe(false);
  });

  it.each<BadReplyHint>(['html', 'redirected'])('takes a 200 that is %s for somebody else’s', (hint) => {
    expect(policyOf(badReply(200, hint)).isOutcomeUnknown).toBe(false);
  });
});
