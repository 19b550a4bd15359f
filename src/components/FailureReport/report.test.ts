import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../i18n/loadMessages.js';
import { itemIn } from '../../journey/testing/items.js';
import { UploadError } from '../../shared/UploadError.js';
import { factsOf, groupByCause, reportCsv, reportText } from './report.js';

const { messages, formats } = ENGLISH;
const file = (name: string, path?: string) =>
  ({ kind: 'file', file: new File([], name), name, sizeBytes: 4_800_000, ...(path && { path }) }) as const;

const LOST = itemIn('failed', { source: file('a.jpg'), attempt: 3 });
const LOST_TOO = itemIn('failed', { source: file('=b,"c".jpg', 'day 1/=b,"c".jpg') });
const TOO_LARGE = itemIn('failed', { source: file('c.mov'), error: new UploadError('file.tooLarge', { limitBytes: 1_000_000 }) });
const FROM_URL = itemIn('failed', {
  source: { kind: 'url', url: 'https://secret.example/?token=1', name: 'd.png' },
  error: new UploadError('host.broken', { status: 500, hostMessage: 'a path on the host' }),
});
const ALL = [LOST, TOO_LARGE, LOST_TOO, FROM_URL];

describe('groupByCause', () => {
  it('puts failures of one cause together, in the order of their first file', () => {
    expect(groupByCause(ALL, messages).map(({ cause, items }) => [cause, items])).toEqual([
      ['The connection was lost', [LOST, LOST_TOO]],
      ['Larger than the host takes: 1 MB', [TOO_LARGE]],
      ['The server answered with an error', [FROM_URL]],
    ]);
  });

  it('tells limits of another size apart', () => {
    const other = itemIn('failed', { error: new UploadError('file.tooLarge', { limitBytes: 2_000_000 }) });
    expect(groupByCause([TOO_LARGE, other], messages)).toHaveLength(2);
  });
});

it.each([reportText, reportCsv])('is on one line and in one direction for each file, whatever its folders are called', (report) => {
  const misleading = itemIn('failed', { source: file('a.jpg', 'x\u202e\u2067/y\n- b.jpg/a.jpg') });
  expect(report([misleading], messages, formats)).toContain('x /y - b.jpg/a.jpg');
});

describe('factsOf', () => {
  it('leaves out a size that nobody knows', () => {
    expect(factsOf(LOST, messages, formats)).toBe('4.8 MB, 3 tries');
    expect(factsOf(FROM_URL, messages, formats)).toBe('1 try');
  });
});

describe('reportText', () => {
  it('lists each file under its cause with advice, size, tries and code', () => {
    expect(reportText(ALL, messages, formats).split('\n')).toEqual([
      '4 files could not be uploaded',
      '',
      'The connection was lost (2 files)',
      'Check the connection. Try again, or remove it.',
      '- a.jpg, 4.8 MB, 3 tries [network.lost]',
      '- day 1/=b,"c".jpg, 4.8 MB, 1 try [network.lost]',
      '',
      'Larger than the host takes: 1 MB (1 file)',
      'Choose a smaller file.',
      '- c.mov, 4.8 MB, 1 try [file.tooLarge]',
      '',
      'The server answered with an error (1 file)',
      'Try again, or remove it. If it stays, tell the site.',
      '- d.png, 1 try [host.broken]',
      '',
    ]);
  });

  it('keeps a name of several lines on one', () => {
    const odd = itemIn('failed', { source: file('a\n- b.jpg, 1 MB') });
    expect(reportText([odd], messages, formats)).toContain('- a - b.jpg, 1 MB, 4.8 MB');
  });
});

describe('reportCsv', () => {
  it('has one row a file, with the words of the language above', () => {
    expect(reportCsv([TOO_LARGE, LOST_TOO], messages).split('\r\n')).toEqual([
      '\uFEFF"File","Bytes","Cause","Advice","Code","Tries"',
      '"c.mov",4800000,"Larger than the host takes: 1 MB","Choose a smaller file.","file.tooLarge",1',
      '"day 1/=b,""c"".jpg",4800000,"The connection was lost","Check the connection. Try again, or remove it.","network.lost",1',
      '',
    ]);
  });

  it.each([
    ['text', reportText(ALL, messages, formats)],
    ['CSV', reportCsv(ALL, messages)],
  ])('as %s says nothing of addresses or of what the host told', (_, report) => {
    expect(report).not.toMatch(/secret|token|a path on the host/);
  });
});
