import { durationSeconds } from '../../shared/durationSeconds.js';

/** After how long a file may delete itself, as ISO 8601 durations: the choices that hosts of this API give. */
export const EXPIRATIONS: readonly string[] =
  'PT5M PT15M PT30M PT1H PT3H PT6H PT12H P1D P2D P3D P4D P5D P6D P1W P2W P3W P1M P2M P3M P4M P5M P6M P1Y'.split(' ');

/** The choices of somebody whose uploads are kept for a limited time at most; null is no limit. */
export function expirationsWithin(longest: string | null): readonly string[] {
  const longestSeconds = longest === null ? null : durationSeconds(longest);
  if (longestSeconds === null) return EXPIRATIONS;
  return EXPIRATIONS.filter((iso) => (durationSeconds(iso) ?? 0) < longestSeconds);
}
