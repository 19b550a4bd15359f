import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankXmp } from './blankXmp.js';

const blanked = (text: string): { isChanged: boolean; text: string } => {
  const bytes = Buffer.from(text, 'latin1');
  const isChanged = blankXmp(bytes);
  return { isChanged, text: bytes.toString('latin1') };
};
const spaces = (text: string): string => ' '.repeat(text.length);

describe('blankXmp', () => {
  it.each([
    ['an attribute', `<a:b `, `exif:GPSLatitude="48,51N"`, ` c:d="e"/>`],
    ['an attribute in single quotes, spaced', `<a:b `, `exif:GPSLatitude =\n '4"8'`, `/>`],
    ['an element', `<a:b>`, `<exif:GPSLatitude>48</exif:GPSLatitude>`, `<c:d>e</c:d></a:b>`],
    ['an element with attributes', `<a:b>`, `<photoshop:City xml:lang="x>y">Rome</photoshop:City >`, `</a:b>`],
    ['an empty element', `<a:b>`, `<exif:GPSLatitude rdf:resource="4/8"/>`, `<c:d/></a:b>`],
    ['a structure with its parts', `<a:b>`, `<x:LocationCreated><rdf:li><x:City>Rome</x:City></rdf:li></x:LocationCreated>`, `</a:b>`],
    ['what is never closed, up to the end', `<a:b>`, `<exif:GPSLatitude>48</a:b>`, ``],
    ['a value that is never closed, up to the end', `<a:b `, `exif:GPSLatitude="48/></a:b>`, ``],
    ['coordinates of the geo vocabulary', `<a:b `, `geo:lat="48"`, `/>`],
  ])('blanks %s', (_, before, place, after) => {
    expect(blanked(before + place + after)).toEqual({ isChanged: true, text: before + spaces(place) + after });
  });

  it.each([
    `<dc:title>The City of Location, GPS and State</dc:title>`,
    `<a:b c:Citywide="1" c:GPS-like="2" Iptc4xmpCore:CiAdrCity="office"/>`,
    `<a:b c:d="GPSLatitude"/>`,
    ``,
  ])('leaves %s', (text) => {
    expect(blanked(text)).toEqual({ isChanged: false, text });
  });

  it('blanks a packet of two bytes a character as a whole', () => {
    const packet = Buffer.from('\ufeff<a:b exif:GPSLatitude="48"/>', 'utf16le');
    expect(blankXmp(packet)).toBe(true);
    expect(packet.every((byte) => byte === 0x20)).toBe(true);
    const other = Buffer.from('\ufeff<a:b c:d="48"/>', 'utf16le');
    expect(blankXmp(other)).toBe(false);
  });

  it('only ever writes spaces, and finds nothing a second time', () => {
    const words = fc.constantFrom(
      '<',
      '>',
      '/>',
      '</',
      '"',
      "'",
      '=',
      ' ',
      'a:',
      'GPSLatitude',
      'City',
      'x',
      'exif:GPSAltitude="1"',
      '</exif:GPSAltitude>',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const before = parts.join('');
        const { text, isChanged } = blanked(before);
        expect(text).toHaveLength(before.length);
        for (let i = 0; i < text.length; i++) expect([before[i], ' ']).toContain(text[i]);
        expect(isChanged).toBe(text !== before);
        expect(blanked(text).isChanged).toBe(false);
      }),
      {
        examples: [[['<', 'exif:GPSAltitude="1"', '/>', 'exif:GPSAltitude="1"']], [['<', 'GPSLatitude', '<', 'exif:GPSAltitude="1"']]],
      },
    );
  });

  it('takes time in proportion to the length, however hostile', () => {
    for (const unit of ['<exif:GPSLatitude>', ' City', 'a:', 'a', ' City="', '<City a="', '<', ' GPS='])
      expect(blanked(`<x ${unit.repeat(300_000)}`).text.length).toBeGreaterThan(300_000);
  });
});
