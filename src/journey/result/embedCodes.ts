import type { StoredImage } from '../../api/contract.js';
import { fillTemplate, titleOf, type EmbedTemplate } from './fillTemplate.js';
import { LINK_NAMES, linkOf, type LinkName } from './linksOf.js';
import { MARKUP, MARKUP_FORMATS, type MarkupFormat } from './markup.js';
import { usableTemplates } from './usableTemplates.js';

/** In the order people look for them. `custom` are the app's own templates. */
export const EMBED_GROUPS = ['links', 'html', 'markdown', 'bbcode', 'custom'] as const;

/** The language of a code. */
export type EmbedGroup = (typeof EMBED_GROUPS)[number];

/** `full` is the file itself; the linked ones are a picture that leads to the viewer, a video's still where it is a video. */
export const EMBED_SIZES = ['full', 'fullLinked', 'mediumLinked', 'thumbnailLinked'] as const;

/** Which picture a code shows. */
export type EmbedSize = (typeof EMBED_SIZES)[number];

/** One code of one image. `text` is null where the host did not make that size, and for all but the viewer's link before approval. */
export type EmbedCode =
  | { readonly group: 'links'; readonly id: LinkName; readonly text: string | null }
  | { readonly group: MarkupFormat; readonly id: EmbedSize; readonly text: string | null }
  | { readonly group: 'custom'; readonly id: string; readonly label: string; readonly text: string | null };

/**
 * All codes of one image, those it does not have included: links, HTML, Markdown, BBCode and the app's own. Values are escaped for the format they stand in. Pure.
 *
 * `delete` among the links is a capability: text to copy, never a link to follow.
 */
export function embedCodesOf(image: StoredImage, templates: readonly EmbedTemplate[] = []): readonly EmbedCode[] {
  return [
    ...LINK_NAMES.map((id): EmbedCode => ({ group: 'links', id, text: linkOf(image, id) })),
    ...MARKUP_FORMATS.flatMap((group) => EMBED_SIZES.map((id): EmbedCode => ({ group, id, text: markupOf(image, group, id) }))),
    ...usableTemplates(templates).map((own): EmbedCode => ({
      group: 'custom',
      id: own.id,
      label: own.label,
      text: fillTemplate(own, image),
    })),
  ];
}

function markupOf(image: StoredImage, format: MarkupFormat, size: EmbedSize): string | null {
  const markup = MARKUP[format];
  const title = titleOf(image);
  const url = linkOf(image, size === 'full' ? 'direct' : pictureOf(image, size));
  if (url === null) return null;
  if (size !== 'full') return markup.link(image.viewerUrl, markup.image(url, title));
  return image.kind === 'video' ? markup.video(url, title, linkOf(image, 'frame')) : markup.image(url, title);
}

/** A link around a video would take the press that plays it, so a video is linked by its still. */
function pictureOf({ kind }: StoredImage, size: Exclude<EmbedSize, 'full'>): LinkName {
  if (size === 'fullLinked') return kind === 'video' ? 'frame' : 'direct';
  return size === 'mediumLinked' ? 'medium' : 'thumbnail';
}
