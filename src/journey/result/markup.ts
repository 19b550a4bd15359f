import { ESCAPES } from './escapes.js';

/** How one format writes a picture, a video, and a link around something. Takes plain values and escapes them. */
export interface Markup {
  image(url: string, title: string): string;
  video(url: string, title: string, posterUrl: string | null): string;
  /** @param inner markup of the same format */
  link(url: string, inner: string): string;
}

export const MARKUP_FORMATS = ['html', 'markdown', 'bbcode'] as const;

export type MarkupFormat = (typeof MARKUP_FORMATS)[number];

const { html, markdown, bbcode } = ESCAPES;

export const MARKUP: Readonly<Record<MarkupFormat, Markup>> = {
  html: {
    image: (url, title) => `<img src="${html.url(url)}" alt="${html.text(title)}">`,
    video: (url, title, posterUrl) => {
      const poster = posterUrl === null ? '' : ` poster="${html.url(posterUrl)}"`;
      return `<video src="${html.url(url)}" title="${html.text(title)}"${poster} controls></video>`;
    },
    link: (url, inner) => `<a href="${html.url(url)}">${inner}</a>`,
  },
  markdown: {
    image: (url, title) => `![${markdown.text(title)}](${markdown.url(url)})`,
    // Markdown has no videos: where it is shown, a link to one is what people can play.
    video: (url, title) => `[${markdown.text(title)}](${markdown.url(url)})`,
    link: (url, inner) => `[${inner}](${markdown.url(url)})`,
  },
  bbcode: {
    image: (url) => `[img]${bbcode.url(url)}[/img]`,
    video: (url) => `[video]${bbcode.url(url)}[/video]`,
    link: (url, inner) => `[url=${bbcode.url(url)}]${inner}[/url]`,
  },
};
