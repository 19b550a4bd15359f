import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredImage } from '../../api/contract.js';
import { embedCodesOf } from './embedCodes.js';
import { titleOf, type EmbedTemplate } from './fillTemplate.js';
import { hostileImage } from './testing/hostile.js';

/** What the browser makes of it, without loading or running anything. */
function parse(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const codesOf = (image: StoredImage, group: string, templates?: readonly EmbedTemplate[]): Record<string, string | null> =>
  Object.fromEntries(embedCodesOf(image, templates).flatMap((code) => (code.group === group ? [[code.id, code.text]] : [])));

const shownTitle = (image: StoredImage): string =>
  titleOf(image)
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

const tagsOf = (content: DocumentFragment): string[] => [...content.querySelectorAll('*')].map(({ localName }) => localName);

describe('HTML codes, read by a browser', () => {
  it('hold the one picture or video with its address and title, and nothing else', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        const content = parse(codesOf(image, 'html')['full'] ?? '');
        const isVideo = image.kind === 'video';
        expect(tagsOf(content)).toEqual([isVideo ? 'video' : 'img']);
        const element = content.firstElementChild as HTMLElement;
        const names = isVideo ? ['src', 'title', ...(image.frameUrl === null ? [] : ['poster']), 'controls'] : ['src', 'alt'];
        expect(element.getAttributeNames()).toEqual(names);
        expect(element.getAttribute('src')).toBe(image.url);
        expect(element.getAttribute(isVideo ? 'title' : 'alt')).toBe(shownTitle(image));
        expect(content.textContent).toBe('');
      }),
    );
  });

  it('hold one picture in one link to the viewer', () => {
    fc.assert(
      fc.property(hostileImage, (image) => {
        const code = codesOf(image, 'html')['thumbnailLinked'] ?? null;
        expect(code === null).toBe(image.thumbUrl === null);
        if (code === null) return;
        const content = parse(code);
        expect(tagsOf(content)).toEqual(['a', 'img']);
        expect(content.querySelector('a')?.getAttribute('href')).toBe(image.viewerUrl);
        expect(content.querySelector('a')?.getAttributeNames()).toEqual(['href']);
        expect(content.querySelector('img')?.getAttribute('src')).toBe(image.thumbUrl);
        expect(content.querySelector('img')?.alt).toBe(shownTitle(image));
        expect(content.textContent).toBe('');
      }),
    );
  });

  it('of the app hold the title as text and as an attribute', () => {
    const text = '<figure title="{title}"><figcaption>{title}</figcaption></figure>';
    const own: EmbedTemplate = { id: 'own', label: 'Own', format: 'html', image: text, video: text };
    fc.assert(
      fc.property(hostileImage, (image) => {
        const content = parse(codesOf(image, 'custom', [own])['own'] ?? '');
        expect(tagsOf(content)).toEqual(['figure', 'figcaption']);
        expect(content.querySelector('figure')?.title).toBe(shownTitle(image));
        expect(content.textContent).toBe(shownTitle(image));
      }),
    );
  });
});
