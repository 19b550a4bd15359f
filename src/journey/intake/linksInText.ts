/** What was understood of a text that a person pasted. */
export interface FoundLinks {
  /** Each once, in the order of the text. */
  readonly urls: readonly string[];
  /** Those that stood there more than once. */
  readonly repeated: ReadonlySet<string>;
  /** What looks like a link but is none that a host can fetch: another protocol, no host. */
  readonly refused: readonly string[];
}

/** More text than this is not read. */
export const MAX_TEXT_CHARS = 1_000_000;

/**
 * `scheme://` and what follows, up to a space, a quote, a bracket of HTML or BBCode, or another scheme; also up to the quotes, brackets and full stops of Chinese and
 * Japanese, behind which no space stands.
 */
const CANDIDATE =
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>[\]{}|\\^“”‘’«»\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]+/gi;
const SCHEME = /https?:\/\//gi;
/** Ends of sentences and of Markdown. A closing bracket belongs to a link that has an opening one. */
const TRAILING = '.,;:!?*_~';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/**
 * Finds the links in anything: plain text, HTML, BBCode, Markdown. Nothing is parsed as a document; tags fall away because links end where they begin. Pure, and
 * linear in the length of the text.
 */
export function linksInText(text: string): FoundLinks {
  const urls = new Set<string>();
  const repeated = new Set<string>();
  const refused = new Set<string>();
  for (const [candidate] of decodeEntities(text.slice(0, MAX_TEXT_CHARS)).matchAll(CANDIDATE)) {
    for (const piece of apart(candidate)) {
      const url = toHttpUrl(piece);
      if (url === null) refused.add(piece);
      else if (urls.has(url)) repeated.add(url);
      else urls.add(url);
    }
  }
  return { urls: [...urls], repeated, refused: [...refused] };
}

/** In attributes of HTML an ampersand is written as an entity. */
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|quot|apos|lt|gt|nbsp|#\d{1,6}|#x[\da-f]{1,5});/gi, (whole: string, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10);
    return code > 31 && code < 0x11_00_00 ? String.fromCodePoint(code) : ' ';
  });

/** Links that were glued together with a comma, or with nothing, and without what ends a sentence. A link inside the query or path of another stays there. */
function apart(candidate: string): string[] {
  const starts = [0];
  for (const { index } of candidate.matchAll(SCHEME)) {
    if (index > 0 && !'=/%'.includes(candidate[index - 1] ?? '')) starts.push(index);
  }
  return starts.map((start, at) => withoutTail(candidate.slice(start, starts[at + 1])));
}

/** One step back for each character: texts are hostile, and a tail may be as long as all of it. */
function withoutTail(link: string): string {
  const opened = count(link, '(');
  let closed = count(link, ')');
  let end = link.length;
  for (; end > 0; end -= 1) {
    const char = link[end - 1] ?? '';
    if (char === ')' && closed > opened) closed -= 1;
    else if (!TRAILING.includes(char)) break;
  }
  return link.slice(0, end);
}

const count = (text: string, char: string): number => text.split(char).length - 1;

function toHttpUrl(text: string): string | null {
  try {
    const url = new URL(text);
    const isFetchable = (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.length > 0;
    return isFetchable ? url.href : null;
  } catch {
    return null;
  }
}
