import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksInText } from './linksInText.js';
import { nameOfUrl } from './nameOfUrl.js';

describe('linksInText', () => {
  it.each([
    ['one plain link', 'see https://a.example/x.jpg.', ['https://a.example/x.jpg']],
    ['one a line', 'https://a.example/1.jpg\nhttps://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
    ['glued by a comma', 'https://a.example/1.jpg,https://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
    ['glued by nothing', 'https://a.example/1.jpghttps://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
    ['a link in the query of another', 'https://a.example/?u=https://b.example/2.jpg', ['https://a.example/?u=https://b.example/2.jpg']],
    [
      'HTML',
      '<a href="https://a.example/p?x=1&amp;y=2"><img src=\'https://a.example/t.png\'></a>',
      ['https://a.example/p?x=1&y=2', 'https://a.example/t.png'],
    ],
    ['BBCode', '[url=https://a.example/p][img]https://a.example/t.png[/img][/url]', ['https://a.example/p', 'https://a.example/t.png']],
    ['Markdown', '[![x](https://a.example/t_(1).png)](https://a.example/p)', ['https://a.example/t_(1).png', 'https://a.example/p']],
    ['brackets in a sentence', '(see https://a.example/x_(1).jpg)', ['https://a.example/x_(1).jpg']],
    [
      'links in Chinese text',
      '见“https://a.example/1.jpg”，和https://a.example/图2.jpg。然后（https://a.example/3.jpg）',
      ['https://a.example/1.jpg', 'https://a.example/%E5%9B%BE2.jpg', 'https://a.example/3.jpg'],
    ],
    ['a script that is no link', 'javascript://a.example/%0aalert(1)', []],
    ['no link at all', 'a.jpg and b.png', []],
  ])('finds %s', (_, text, urls) => {
    expect(linksInText(text).urls).toEqual(urls);
  });

  it('lists each link once and tells which stood there more often', () => {
    const found = linksInText('https://a.example/x https://a.example/y https://a.example/x');
    expect(found.urls).toEqual(['https://a.example/x', 'https://a.example/y']);
    expect([...found.repeated]).toEqual(['https://a.example/x']);
  });

  it('tells what a host cannot fetch', () => {
    expect(linksInText('ftp://files.example.org/me.jpg').refused).toEqual(['ftp://files.example.org/me.jpg']);
  });

  it('drops none of many', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `https://a.example/${at}`);
    expect(linksInText(many.join(' ')).urls).toEqual(many);
    expect(linksInText(many.join('')).urls).toEqual(many);
  });

  it('gives http links only, whatever the text', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http://',
      'a.example',
      '<img src="',
      '[img]',
      '&amp;',
      '&#x41;',
      ',',
      ')',
      '(',
      ' ',
      '__proto__',
      '\u202e',
      'javascript:',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
        for (const url of linksInText(parts.join('')).urls) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
    );
  });

  it('takes about twenty times as long for twenty times as much, not four hundred times', () => {
    const spentOnce = (text: string): number => {
      const fromMs = performance.now();
      linksInText(text);
      return performance.now() - fromMs;
    };
    // The best of several, and not less than a machine's noise.
    const spent = (times: number, piece: string): number => {
      const text = `https://a.example/${piece.repeat(times)}x`;
      return Math.max(5, Math.min(...[1, 2, 3, 4].map(() => spentOnce(text))));
    };
    for (const piece of ['https://a.example/x,', 'https://', ')', '.', ').', '&amp;', 'a'.repeat(20), 'https://a.example/((((']) {
      expect(spent(40_000, piece) / spent(2_000, piece)).toBeLessThan(120);
    }
  });
});

describe('nameOfUrl', () => {
  it.each([
    ['https://a.example/photos/sea%20side.jpg?x=1', 'sea side.jpg'],
    ['https://a.example/', 'a.example'],
    ['https://a.example/photos/', 'photos'],
    ['https://a.example/%E2%80%AEgpj.exe', 'gpj.exe'],
    ['https://a.example/%zz', '%zz'],
    ['https://a.example/%2F%2F', 'a.example'],
  ])('calls %s %s', (url, name) => {
    expect(nameOfUrl(url)).toBe(name);
  });

  it('is short and showable for any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        const url = `https://a.example/${path}`;
        const name = nameOfUrl(url);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(Math.max(100, new URL(url).hostname.length));
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/]/u);
      }),
    );
  });
});
