import type { MediaFormat } from '../../src/shared/mediaFormat.js';

const COMMON = ['jpeg', 'png', 'bmp', 'gif', 'webp', 'mov', 'mp4', 'webm'] as const satisfies readonly MediaFormat[];

/** The two public hosts whose API pages are the specification; they differ in nothing but settings. */
export const PRESETS: Readonly<Record<string, object>> = {
  'host-a': { formats: COMMON, maxBytes: 1_000_000, guestUploads: true, guestExpiration: 'P30D', signUp: true },
  'host-b': { formats: ['avif', ...COMMON], maxBytes: 100_000_000, guestUploads: true, moderation: true },
};
