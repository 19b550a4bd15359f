/** How words and addresses are written so that they stay words and addresses in one format. */
export interface Escapes {
  /** Words on one line, such as a title. */
  text(value: string): string;
  /** An http(s) address. */
  url(value: string): string;
}

/** The formats whose rules are known; `text` has none but that a code is one line. */
export type EscapeFormat = 'html' | 'markdown' | 'bbcode' | 'text';

/**
 * Line ends, tabs and other unprintable characters would end a line, a tag or a code, and what turns the direction around would turn the rest of the page around:
 * they become one space.
 */
const oneLine = (value: string): string => value.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

const percent = (character: string): string => encodeURIComponent(character).replace("'", '%27');

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for quoted attributes alike. */
const html = (value: string): string => oneLine(value).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '');

/**
 * Emphasis, code, links, HTML, tables and entities. Brackets and backslashes as entities: not every reader of Markdown finds the end of a link whose words have
 * escaped ones. Other marks mean something at the start of a line only, where no title stands.
 */
const markdownText = (value: string): string =>
  oneLine(value)
    .replace(/[\\[\]<>`]|&(?=#?\w+;)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[*_|~]/g, '\\$&');

/** A bracket would end the destination, so an address that has one stands between `<` and `>`. */
function markdownUrl(value: string): string {
  const url = value.replace(/[\s<>[\]\\`|]/g, percent).replace(/&(?=#?\w+;)/g, '&amp;');
  return /[()]/.test(url) ? `<${url}>` : url;
}

/** BBCode has no escapes: a bracket in words becomes the full-width one, which is no tag anywhere. */
const bbcodeText = (value: string): string => oneLine(value).replaceAll('[', '［').replaceAll(']', '］');

const bbcodeUrl = (value: string): string => value.replace(/[\s[\]"']/g, percent);

export const ESCAPES: Readonly<Record<EscapeFormat, Escapes>> = {
  html: { text: html, url: html },
  markdown: { text: markdownText, url: markdownUrl },
  bbcode: { text: bbcodeText, url: bbcodeUrl },
  text: { text: oneLine, url: oneLine },
};
