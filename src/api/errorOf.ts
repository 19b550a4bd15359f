import type { AnyUploadError } from '../shared/UploadError.js';
import { CODE_RULES, type HostError, otherwise, STATUS_RULES, TEXT_RULES } from './errorRules.js';

/**
 * What an error answer means: from its text, its status and its code, since none of them alone tells. Pure.
 *
 * @returns null when the answer was no JSON of this API and its status says nothing either
 */
export function errorOf(error: HostError): AnyUploadError | null {
  const byText = TEXT_RULES.find(([pattern]) => pattern.test(error.message))?.[1];
  const byStatus = STATUS_RULES.get(error.status);
  const byCode = error.code === null ? undefined : (CODE_RULES.get(error.code) ?? otherwise);
  const rule = byText ?? byStatus ?? byCode ?? (error.status >= 500 ? otherwise : undefined);
  return rule?.(error) ?? null;
}
