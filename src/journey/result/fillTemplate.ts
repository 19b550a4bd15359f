import type { StoredImage } from '../../api/contract.js';
import { ESCAPES, type EscapeFormat } from './escapes.js';
import { linkOf } from './linksOf.js';

/** A code of the app's own, beside those that every host knows. */
export interface EmbedTemplate {
  /** Tells it from the app's other templates. */
  readonly id: string;
  /** What people choose it by. */
  readonly label: string;
  /** By whose rules the values are escaped: `text` only takes line ends out of them. */
  readonly format: EscapeFormat;
  /**
   * For pictures: text with `{viewer}`, `{direct}`, `{thumbnail}`, `{medium}`, `{title}`, `{fileName}`, `{id}`, `{width}`, `{height}` in it. Null where there is none.
   * With an address in it that an image does not have, that image has no such code.
   */
  readonly image: string | null;
  /** For videos: the same, and `{frame}`, its still. */
  readonly video: string | null;
}

const PLACEHOLDER = /\{(viewer|direct|frame|thumbnail|medium|title|fileName|id|width|height)\}/g;

/** The app's code of one image; null without approval, without a template for its kind, or without an address that the template needs. Pure. */
export function fillTemplate(template: EmbedTemplate, image: StoredImage): string | null {
  const text = template[image.kind];
  if (text === null || !image.isApproved) return null;
  let isWhole = true;
  const filled = text.replace(PLACEHOLDER, (_, name: PlaceholderName) => {
    const value = valueOf(name, template.format, image);
    isWhole &&= value !== null;
    return value ?? '';
  });
  return isWhole ? filled : null;
}

type PlaceholderName = 'viewer' | 'direct' | 'frame' | 'thumbnail' | 'medium' | 'title' | 'fileName' | 'id' | 'width' | 'height';

function valueOf(name: PlaceholderName, format: EscapeFormat, image: StoredImage): string | null {
  const { text, url } = ESCAPES[format];
  switch (name) {
    case 'title':
      return text(titleOf(image));
    case 'fileName':
    case 'id':
      return text(image[name]);
    case 'width':
      return String(image.widthPx);
    case 'height':
      return String(image.heightPx);
    default: {
      const link = linkOf(image, name);
      return link === null ? null : url(link);
    }
  }
}

/** What a picture is called where it cannot be seen. */
export const titleOf = ({ title, fileName }: StoredImage): string => title.trim() || fileName;
