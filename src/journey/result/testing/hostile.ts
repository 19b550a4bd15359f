import fc from 'fast-check';
import type { StoredImage } from '../../../api/contract.js';
import { IMAGE } from '../../testing/items.js';

/** Titles that have broken codes somewhere. */
export const HOSTILE = [
  `it's "quoted"`,
  '</a><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '](https://evil.example) [b](c)',
  '![x](y)[/img][url=https://evil.example]',
  '`code` *a* _b_ ~~c~~ | d | \\',
  'a\n\n# heading\r\n\u2028- list',
  'www.evil.example and https://evil.example and me@evil.example',
  '&amp; &copy; &#x3c;',
  '[[wiki]] {title} $& $1 %URL%',
  '\u202egnp.exe',
  '日本語 [写真] 🏖️',
  '\\',
  '!',
] as const;

/** Titles of pieces that mean something in a format, and of any characters. */
const title = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...HOSTILE, '[', ']', '(', ')', '<', '>', '"', '\\', '`', '*', '!', '&', ';', '\n', 'a'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

/** Addresses as the URL parser leaves them, with all it lets through. */
const url = fc
  .tuple(fc.constantFrom('http', 'https'), fc.string({ unit: fc.constantFrom(...`ab/()[]<>'"\`|\\&;=?#!*_~ %20{}é`), maxLength: 20 }))
  .map(([scheme, rest]) => new URL(`${scheme}://host.example/${rest.replaceAll('%', '%25')}`).href);

const maybe = fc.option(url, { nil: null });

/** Any image that the parser of replies may give. */
export const hostileImage: fc.Arbitrary<StoredImage> = fc
  .record({
    kind: fc.constantFrom('image', 'video'),
    title,
    url,
    viewerUrl: url,
    thumbUrl: maybe,
    mediumUrl: maybe,
    frameUrl: maybe,
  })
  .map((fields) => Object.freeze({ ...IMAGE, ...fields }));
