import type { Messages, RejectionTexts } from '../../i18n/messages.js';
import type { Rejection } from '../../journey/item.js';

/** What people read about a refusal: the rule and the limit. */
export function rejectionText(rejection: Rejection, { rejections }: Messages): string {
  if (rejection.code === 'validate.custom') return rejection.message;
  // The union pairs each code with its own facts; the compiler cannot follow that through an index.
  const textOf = rejections[rejection.code] as (facts: Parameters<RejectionTexts[keyof RejectionTexts]>[0]) => string;
  return textOf(rejection as never);
}
