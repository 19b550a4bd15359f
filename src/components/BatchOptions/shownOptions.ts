import type { HostLimits, UploadOptionName } from '../../api/contract.js';

/** What every host of V1.1 takes by its specification, for hosts that do not tell. */
const SPECIFIED: readonly UploadOptionName[] = ['title', 'description', 'tags', 'albumId', 'widthPx', 'expiration', 'isNsfw'];

/**
 * What a person is asked about: what the host honours, as far as there is something to choose from. A host that does not tell (null) is
 * asked for what V1.1 specifies; categories are the host's own, so not for those.
 */
export function shownOptions(
  limits: Pick<HostLimits, 'options' | 'categories'> | null,
  canListAlbums: boolean,
): ReadonlySet<UploadOptionName> {
  const shown = new Set(limits?.options ?? SPECIFIED);
  if (!canListAlbums) shown.delete('albumId');
  if (!limits?.categories.length) shown.delete('categoryId');
  return shown;
}
