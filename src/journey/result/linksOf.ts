import type { StoredImage } from '../../api/contract.js';

/** The addresses of one stored image, in the order people look for them. `delete` is a capability: show it as text, never as a link. */
export const LINK_NAMES = ['viewer', 'direct', 'frame', 'medium', 'thumbnail', 'delete'] as const;

export type LinkName = (typeof LINK_NAMES)[number];

export interface ImageLink {
  readonly name: LinkName;
  readonly url: string;
}

/** The links that this image has: sizes that the host did not make, and all but the viewer before approval, are left out. Pure. */
export function linksOf(image: StoredImage): readonly ImageLink[] {
  const urls: Record<LinkName, string | null> = {
    viewer: image.viewerUrl,
    direct: image.url,
    frame: image.frameUrl,
    medium: image.mediumUrl,
    thumbnail: image.thumbUrl,
    delete: image.deleteUrl,
  };
  return LINK_NAMES.flatMap((name) => (urls[name] === null ? [] : [{ name, url: urls[name] }]));
}
