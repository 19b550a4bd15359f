import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredImage } from '../../api/contract.js';
import { IMAGE } from '../testing/items.js';
import { EMBED_GROUPS, EMBED_SIZES, embedCodesOf, type EmbedGroup } from './embedCodes.js';
import type { EmbedTemplate } from './fillTemplate.js';
import { HOSTILE, hostileImage } from './testing/hostile.js';

const PICTURE: StoredImage = Object.freeze({
  ...IMAGE,
  title: 'Dunes at noon',
  url: 'https://i.example/dunes.jpg',
  viewerUrl: 'https://i.example/image/1',
  thumbUrl: 'https://i.example/dunes.th.jpg',
  mediumUrl: 'https://i.example/dunes.md.jpg',
  deleteUrl: 'https://i.example/image/1/delete/ab',
});
const VIDEO: StoredImage = Object.freeze({
  ...PICTURE,
  kind: 'video',
  title: 'Surf',
  url: 'https://i.example/surf.mp4',
  frameUrl: 'https://i.example/surf.fr.jpg',
});

const textsOf = (image: StoredImage, wanted: EmbedGroup, templates?: readonly EmbedTemplate[]): Record<string, string | null> =>
  Object.fromEntries(embedCodesOf(image, templates).flatMap(({ group, id, text }) => (group === wanted ? [[id, text]] : [])));

describe('embedCodesOf', () => {
  it('writes the links of a picture', () => {
    expect(textsOf(PICTURE, 'links')).toEqual({
      viewer: 'https://i.example/image/1',
      direct: 'https://i.example/dunes.jpg',
      frame: null,
      thumbnail: 'https://i.example/dunes.th.jpg',
      medium: 'https://i.example/dunes.md.jpg',
      delete: 'https://i.example/image/1/delete/ab',
    });
  });

  it('writes a picture in HTML, Markdown and BBCode', () => {
    expect(textsOf(PICTURE, 'html')).toEqual({
      full: '<img src="https://i.example/dunes.jpg" alt="Dunes at noon">',
      fullLinked: '<a href="https://i.example/image/1"><img src="https://i.example/dunes.jpg" alt="Dunes at noon"></a>',
      mediumLinked: '<a href="https://i.example/image/1"><img src="https://i.example/dunes.md.jpg" alt="Dunes at noon"></a>',
      thumbnailLinked: '<a href="https://i.example/image/1"><img src="https://i.example/dunes.th.jpg" alt="Dunes at noon"></a>',
    });
    expect(textsOf(PICTURE, 'markdown')).toEqual({
      full: '![Dunes at noon](https://i.example/dunes.jpg)',
      fullLinked: '[![Dunes at noon](https://i.example/dunes.jpg)](https://i.example/image/1)',
      mediumLinked: '[![Dunes at noon](https://i.example/dunes.md.jpg)](https://i.example/image/1)',
      thumbnailLinked: '[![Dunes at noon](https://i.example/dunes.th.jpg)](https://i.example/image/1)',
    });
    expect(textsOf(PICTURE, 'bbcode')).toEqual({
      full: '[img]https://i.example/dunes.jpg[/img]',
      fullLinked: '[url=https://i.example/image/1][img]https://i.example/dunes.jpg[/img][/url]',
      mediumLinked: '[url=https://i.example/image/1][img]https://i.example/dunes.md.jpg[/img][/url]',
      thumbnailLinked: '[url=https://i.example/image/1][img]https://i.example/dunes.th.jpg[/img][/url]',
    });
  });

  it('plays a video where it stands, and links its still', () => {
    expect(textsOf(VIDEO, 'html')).toMatchObject({
      full: '<video src="https://i.example/surf.mp4" title="Surf" poster="https://i.example/surf.fr.jpg" controls></video>',
      fullLinked: '<a href="https://i.example/image/1"><img src="https://i.example/surf.fr.jpg" alt="Surf"></a>',
    });
    expect(textsOf(VIDEO, 'markdown')).toMatchObject({
      full: '[Surf](https://i.example/surf.mp4)',
      fullLinked: '[![Surf](https://i.example/surf.fr.jpg)](https://i.example/image/1)',
    });
    expect(textsOf(VIDEO, 'bbcode')).toMatchObject({ full: '[video]https://i.example/surf.mp4[/video]' });
  });

  it('has no code for a size that the host did not make', () => {
    const small = { ...VIDEO, mediumUrl: null, frameUrl: null };
    for (const format of ['html', 'markdown', 'bbcode'] as const) {
      expect(textsOf(small, format)).toMatchObject({ mediumLinked: null, fullLinked: null });
      expect(textsOf(small, format)['thumbnailLinked']).not.toBeNull();
    }
    expect(textsOf(small, 'html')['full']).toBe('<video src="https://i.example/surf.mp4" title="Surf" controls></video>');
  });

  it('has the viewer link only before approval, whatever the host answered', () => {
    const own: EmbedTemplate = { id: 'own', label: 'Own', format: 'html', image: '<b>{title}</b>', video: null };
    const texts = embedCodesOf({ ...PICTURE, isApproved: false }, [own]);
    expect(texts.filter(({ text }) => text !== null)).toEqual([{ group: 'links', id: 'viewer', text: PICTURE.viewerUrl }]);
  });

  it('names a picture without a title by its file', () => {
    expect(textsOf({ ...PICTURE, title: ' ' }, 'markdown')['full']).toBe('![a.png](https://i.example/dunes.jpg)');
  });

  it('escapes what would end the format it stands in', () => {
    const title = 'a "b" <i>[c](d) *e*\n\nf';
    expect(textsOf({ ...PICTURE, title }, 'html')['full']).toContain('alt="a &quot;b&quot; &lt;i&gt;[c](d) *e* f"');
    expect(textsOf({ ...PICTURE, title }, 'markdown')['full']).toContain('![a "b" &#60;i&#62;&#91;c&#93;(d) \\*e\\* f]');
    const url = "https://i.example/a(1)[2]'.jpg";
    expect(textsOf({ ...PICTURE, url }, 'markdown')['full']).toContain("](<https://i.example/a(1)%5B2%5D'.jpg>)");
    expect(textsOf({ ...PICTURE, url }, 'bbcode')['full']).toBe('[img]https://i.example/a(1)%5B2%5D%27.jpg[/img]');
  });

  it('writes BBCode with exactly its own tags, around addresses that lead to the same place', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        for (const size of EMBED_SIZES) {
          const code = textsOf(image, 'bbcode')[size];
          if (!code) continue;
          const [, link, tag, url, end] =
            /^(?:\[url=([^\s[\]"']*)\])?\[(img|video)\]([^\s[\]"']*)\[\/(?:img|video)\](\[\/url\])?$/.exec(code) ?? [];
          expect(tag).toBe(size === 'full' ? (image.kind === 'video' ? 'video' : 'img') : 'img');
          expect(end === undefined).toBe(size === 'full');
          if (size === 'full') expect(decoded(url)).toBe(decoded(image.url));
          else expect(decoded(link)).toBe(decoded(image.viewerUrl));
        }
      }),
    );
  });

  it('keeps every code on one line, in the direction it has', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        const own: EmbedTemplate = { id: 'own', label: 'Own', format: 'text', image: '{title}', video: '{title}' };
        for (const { text } of embedCodesOf(image, [own]))
          expect(text ?? '').not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('has one code per group and id', () => {
    const keys = embedCodesOf(PICTURE).map(({ group, id }) => `${group} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(embedCodesOf(PICTURE, [OWN]).map(({ group }) => group))).toEqual(new Set(EMBED_GROUPS));
  });
});

const OWN: EmbedTemplate = {
  id: 'wiki',
  label: 'Wiki',
  format: 'bbcode',
  image: '[[{fileName}|{title}|{width}x{height}]] {medium}',
  video: '{frame}',
};

describe('a template of the app', () => {
  it('is filled with values escaped for its format', () => {
    expect(textsOf({ ...PICTURE, title: 'a]]b' }, 'custom', [OWN])).toEqual({
      wiki: '[[a.png|a］］b|64x48]] https://i.example/dunes.md.jpg',
    });
  });

  it('does not fill placeholders that stand in a value', () => {
    const own: EmbedTemplate = { ...OWN, format: 'text', image: '{title}|{direct}' };
    expect(textsOf({ ...PICTURE, title: '{direct} $& {constructor}' }, 'custom', [own])['wiki']).toBe(
      '{direct} $& {constructor}|https://i.example/dunes.jpg',
    );
  });

  it('gives nothing for an image that lacks an address it needs, or for a kind it has no text for', () => {
    expect(textsOf({ ...PICTURE, mediumUrl: null }, 'custom', [OWN])['wiki']).toBeNull();
    expect(textsOf(VIDEO, 'custom', [{ ...OWN, video: null }])['wiki']).toBeNull();
  });

  it('of a shape that cannot be filled is left out, and breaks nothing', () => {
    const { image: _, ...withoutImage } = OWN;
    const broken = [
      { ...withoutImage, id: 'no-image' },
      { ...OWN, id: 'format', format: 'constructor' },
      { ...OWN, id: 'function', image: () => 'code' },
      { ...OWN, label: undefined, id: 'label' },
      null,
      { ...OWN, label: 'The same id again' },
    ] as unknown as readonly EmbedTemplate[];
    expect(Object.keys(textsOf(PICTURE, 'custom', [OWN, ...broken]))).toEqual(['wiki']);
  });

  it('cannot hand out the delete link', () => {
    expect(textsOf(PICTURE, 'custom', [{ ...OWN, image: '{delete}' }])['wiki']).toBe('{delete}');
  });
});

it.each(HOSTILE)('the title %j leaves BBCode templates with no bracket of its own', (title) => {
  expect(textsOf({ ...PICTURE, title }, 'custom', [{ ...OWN, image: '{title}' }])['wiki']).not.toMatch(/[[\]\n]/);
});

/** Percent-encoding of what a server decodes anyway does not change where an address leads. */
const decoded = (url: string | null | undefined): string => decodeURIComponent(url ?? '');
