import type { MediaFormat } from '../../shared/mediaFormat.js';
import type { Rejection } from '../item.js';

/** What an app's own check is told of a file that has passed all others. */
export interface CustomCheckFacts {
  readonly name: string;
  readonly sizeBytes: number;
  readonly format: MediaFormat;
  /** The folder path it came by; null when it was picked alone. */
  readonly path: string | null;
}

/**
 * An app's own check: null takes the file, a sentence in the language of the person refuses it. May ask a server; `signal` aborts when nobody waits for the
 * answer any more. When it throws, the file is refused with the error's message.
 */
export type CustomCheck = (file: File, facts: CustomCheckFacts, signal: AbortSignal) => string | null | Promise<string | null>;

/** What an app's check says, as a refusal or null. Never rejects. */
export async function runCustomCheck(
  check: CustomCheck,
  file: File,
  facts: CustomCheckFacts,
  signal: AbortSignal,
): Promise<Rejection | null> {
  try {
    // Written without types, a check that finds nothing wrong often answers nothing.
    const message: string | null | undefined = await check(file, facts, signal);
    return message === null || message === undefined ? null : { code: 'validate.custom', message };
  } catch (thrown) {
    return { code: 'validate.custom', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
