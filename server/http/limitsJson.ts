import type { HostLimits } from '../../src/api/contract.js';
import { MEDIA_FORMAT_FACTS } from '../../src/shared/mediaFormat.js';
import type { ServerContext } from '../context.js';

/** All that a client has to know to show limits, choices and notices. */
export function limitsJson({ settings, tools }: ServerContext, isMember: boolean, base: string): HostLimits {
  return {
    formats: settings.formats.filter((format) => tools !== null || MEDIA_FORMAT_FACTS[format].kind === 'image'),
    maxBytes: settings.maxBytes,
    options: [
      'title',
      'description',
      ...(isMember ? (['tags', 'albumId'] as const) : []),
      ...(settings.categories.length > 0 ? (['categoryId'] as const) : []),
      'widthPx',
      'expiration',
      'isNsfw',
    ],
    categories: settings.categories.map(({ id, name }) => ({ id: String(id), name })),
    canUploadUrls: settings.urlUploads,
    isModerated: settings.moderation,
    refusesDuplicates: settings.duplicates === 'refuse',
    account: {
      kind: isMember ? 'member' : 'guest',
      signUpUrl: settings.signUp ? `${base}/signup` : null,
      signInUrl: `${base}/login`,
      guestExpiration: isMember ? null : settings.guestExpiration,
    },
  };
}

/** For those who upload by the owner's key: through the gateway of the same process. */
export function ownerLimits(server: ServerContext): HostLimits {
  const limits = limitsJson(server, true, '');
  return { ...limits, account: { ...limits.account, signUpUrl: null, signInUrl: null } };
}
