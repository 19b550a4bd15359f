import * as v from 'valibot';
import { MEDIA_FORMATS } from '../shared/mediaFormat.js';
import type { HostLimits, UploadOptionName } from './contract.js';
import { httpUrl } from './httpUrl.js';

const OPTION_NAMES: readonly UploadOptionName[] = [
  'title',
  'description',
  'tags',
  'albumId',
  'categoryId',
  'widthPx',
  'expiration',
  'isNsfw',
];
const MAX_CATEGORIES = 1_000;

/** Those of a list that we know, in the list's order. */
const known = <T extends string>(names: readonly T[]) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => names.filter((name) => list.includes(name))),
  );
const link = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => httpUrl(value)),
  ),
  null,
);
const isYes = v.optional(v.boolean(), false);

const limitsSchema = v.object({
  formats: known(MEDIA_FORMATS),
  maxBytes: v.pipe(v.number(), v.finite(), v.minValue(1)),
  options: v.optional(known(OPTION_NAMES), []),
  categories: v.optional(v.pipe(v.array(v.object({ id: v.string(), name: v.string() })), v.maxLength(MAX_CATEGORIES)), []),
  canUploadUrls: isYes,
  isModerated: isYes,
  refusesDuplicates: isYes,
  account: v.optional(
    v.object({
      kind: v.fallback(v.picklist(['guest', 'member']), 'guest'),
      signUpUrl: link,
      signInUrl: link,
      guestExpiration: v.optional(v.nullable(v.string()), null),
    }),
    { kind: 'guest', signUpUrl: null, signInUrl: null, guestExpiration: null },
  ),
});

/** A host's limits; null where formats or size are missing, since nothing could be checked by it. */
export function readLimits(reply: unknown): HostLimits | null {
  const parsed = v.safeParse(limitsSchema, reply);
  return parsed.success ? parsed.output : null;
}
