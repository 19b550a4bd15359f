import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { UploadErrorCode } from '../shared/UploadError.js';
import { ERROR_POLICIES } from './errorPolicy.js';
import { ERROR_TABLE } from './testing/errorTable.js';

const doc = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** The cells of each row of the table under a heading, without the code marks around words. */
function rowsUnder(heading: string): string[][] {
  const section = doc.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '').trim()),
  );
}

it('docs/errors.md says of each code what its policy says', () => {
  const documented = rowsUnder('Codes').map(([code, , , retry, outcome, advice]) => [code, retry, outcome, advice]);
  const policies = (Object.keys(ERROR_POLICIES) as UploadErrorCode[]).map((code) => {
    const { retry, isOutcomeUnknown, pausesQueue, advice } = ERROR_POLICIES[code];
    return [code, pausesQueue ? `${retry}, the queue waits` : retry, isOutcomeUnknown ? 'unknown' : '–', advice.join(', ')];
  });
  expect(documented).toEqual(policies);
});

it('docs/errors.md lists every error that was recorded from a host', () => {
  const documented = rowsUnder('What hosts say').map((cells) => cells.join(' | '));
  expect(documented).toEqual(ERROR_TABLE.map(([status, code, text, is]) => [status, code ?? '–', text || '(nothing)', is].join(' | ')));
});
