import type { MediaFormat } from '../../shared/mediaFormat.js';
import { delay } from '../../shared/delay.js';
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
 * answer any more, at the latest after 15 seconds: then the file is refused. When it throws, the file is refused with the error's message.
 */
export type CustomCheck = (file: File, facts: CustomCheckFacts, signal: AbortSignal) => string | null | Promise<string | null>;

/** The files behind it wait for this answer. */
const PATIENCE_MS = 15_000;

/** What an app's check says, as a refusal or null. Never rejects, and answers once `signal` aborts, whatever the check does. */
export async function runCustomCheck(
  check: CustomCheck,
  file: File,
  facts: CustomCheckFacts,
  signal: AbortSignal,
): Promise<Rejection | null> {
  const waiting = new AbortController();
  const stop = (): void => waiting.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const asked = Promise.resolve()
    .then(() => check(file, facts, waiting.signal))
    // Written without types, a check that finds nothing wrong often answers nothing.
    .then((message: string | null | undefined) => (message === null || message === undefined ? null : refusalOf(message)))
    .catch((thrown: unknown) => refusalOf(thrown instanceof Error ? thrown.message : String(thrown)));
  const noAnswer = delay(PATIENCE_MS, waiting.signal).then(
    () => NO_ANSWER,
    () => NO_ANSWER,
  );
  const rejection = await Promise.race([asked, noAnswer]);
  signal.removeEventListener('abort', stop);
  waiting.abort();
  return rejection;
}

const NO_ANSWER = { code: 'validate.noAnswer' } as const;
const refusalOf = (message: string): Rejection => ({ code: 'validate.custom', message });
