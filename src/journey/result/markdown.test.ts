import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { StoredImage } from '../../api/contract.js';
import { embedCodesOf } from './embedCodes.js';
import { titleOf } from './fillTemplate.js';
import { hostileImage } from './testing/hostile.js';

const READERS: Readonly<Record<string, (markdown: string) => string>> = {
  CommonMark: (markdown) => micromark(markdown),
  "GitHub's": (markdown) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
};

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** The four that the reader writes. */
const plain = (html: string): string => html.replace(/&(?:quot|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
const address = (html: string | undefined): string => decodeURIComponent(plain(html ?? ''));

const shownTitle = (image: StoredImage): string =>
  titleOf(image)
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

describe.each(Object.entries(READERS))('Markdown codes, read by %s rules', (_, read) => {
  it('are one paragraph with the one picture or link to a video, its address and its title', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        const html = read(codeOf(image, 'full') ?? '');
        const pattern =
          image.kind === 'video' ? /^<p><a href="([^"]*)">([^<]*)<\/a><\/p>$/ : /^<p><img src="([^"]*)" alt="([^"]*)" \/><\/p>$/;
        const [, url, title = ''] = pattern.exec(html) ?? [html];
        expect(address(url)).toBe(decodeURIComponent(image.url ?? ''));
        expect(plain(title)).toBe(shownTitle(image));
      }),
      { numRuns: 500 },
    );
  });

  it('are one paragraph with one picture in one link to the viewer', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        const code = codeOf(image, 'thumbnailLinked');
        expect(code === null).toBe(image.thumbUrl === null);
        if (code === null) return;
        const html = read(code);
        const [, viewer, url, title = ''] = /^<p><a href="([^"]*)"><img src="([^"]*)" alt="([^"]*)" \/><\/a><\/p>$/.exec(html) ?? [html];
        expect(address(viewer)).toBe(decodeURIComponent(image.viewerUrl));
        expect(address(url)).toBe(decodeURIComponent(image.thumbUrl ?? ''));
        expect(plain(title)).toBe(shownTitle(image));
      }),
      { numRuns: 500 },
    );
  });
});

const codeOf = (image: StoredImage, size: string): string | null =>
  embedCodesOf(image).find(({ group, id }) => group === 'markdown' && id === size)?.text ?? null;
