import type { StoredImage } from '../../api/contract.js';

/** The addresses of one stored image, in the order people look for them. `delete` is a capability: show it as text, never as a link. */
export const LINK_NAMES = ['viewer', 'direct', 'frame', 'thumbnail', 'medium', 'delete'] as const;

/** What an address leads to. */
export type LinkName = (typeof LINK_NAMES)[number];

/** One address of a stored image. */
export interface ImageLink {
  readonly name: LinkName;
  readonly url: string;
}

/** The links that this image has: sizes that the host did not make, and all but the viewer before approval, are left out. Pure. */
export function linksOf(image: StoredImage): readonly ImageLink[] {
  return LINK_NAMES.flatMap((name) => {
    const url = linkOf(image, name);
    return url === null ? [] : [{ name, url }];
  });
}

/** One address of an image; null for a size that the host did not make, and for all but the viewer before approval. Pure. */
export function linkOf(image: StoredImage, name: LinkName): string | null {
  if (name === 'viewer') return image.viewerUrl;
  return image.isApproved ? image[FIELDS[name]] : null;
}

const FIELDS = {
  direct: 'url',
  frame: 'frameUrl',
  thumbnail: 'thumbUrl',
  medium: 'mediumUrl',
  delete: 'deleteUrl',
} as const satisfies Record<Exclude<LinkName, 'viewer'>, keyof StoredImage>;
