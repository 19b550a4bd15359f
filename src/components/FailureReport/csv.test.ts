import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, csvOf } from './csv.js';

/** RFC 4180, read by its grammar. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (cell.lastIndex === csv.length) return rows.slice(0, -1);
  }
  throw new Error(`It ends before its last line does: ${JSON.stringify(csv)}`);
}

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...`=+-@"',;\t\r\n \u{feff}a1＝`) }));

describe('csvOf', () => {
  it('gives back every cell when read by RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const csv = csvOf(rows);
        expect(csv.startsWith('\uFEFF')).toBe(true);
        expect(readCsv(csv.slice(1))).toEqual(rows.map((row) => row.map(asText)));
      }),
    );
  });

  it('has no cell of text that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readCsv(csvOf([[value]]).slice(1))[0]?.[0]).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
  });

  it.each([
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['+1', `'+1`],
    ['-1.jpg', `'-1.jpg`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    [' =1', `' =1`],
    ['a=b.jpg', 'a=b.jpg'],
    ['', ''],
  ])('writes %j as %j', (value, shown) => {
    expect(asText(value)).toBe(shown);
  });

  it('leaves numbers as numbers and what is unknown empty', () => {
    expect(
      csvOf([
        ['a', 'b'],
        [1_000_000, null],
      ]),
    ).toBe('\uFEFF"a","b"\r\n1000000,\r\n');
  });
});
