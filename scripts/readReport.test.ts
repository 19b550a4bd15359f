import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './readReport.js';

describe('countVitest', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2 };

  it('takes the numbers of tests', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}, {}] }];
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it('counts a file that does not load as one failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults }).failed).toBe(2);
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

  it('counts a test that passed on its second try as passed', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts an error outside of any test as one failure', () => {
    expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(2);
  });
});
