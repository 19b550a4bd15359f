import { delay } from '../shared/delay.js';
import { parseOpenerMessage, PROTOCOL_VERSION, withVersion, type InsertedCodes, type PageMessage, type PopupWishes } from './messages.js';
import { nextMessage } from './nextMessage.js';

/** An opener that listens answers at once; this is a machine that is busy. */
const TAKEN_WITHIN_MS = 5_000;

export interface Opener {
  readonly wishes: PopupWishes;
  /** Whether the opener took them: it may have gone. Never rejects. */
  insert(codes: InsertedCodes): Promise<boolean>;
}

/**
 * Tells whoever opened this page that it is there, if it is of an allowed origin. Who it is, a page cannot ask: so the word goes out to each allowed origin, and
 * the browser delivers it only to the true one. The first answer binds.
 *
 * @returns settles when such an opener has answered; else never
 */
export async function greetOpener(page: Window, allowedOrigins: readonly string[], signal: AbortSignal): Promise<Opener> {
  const opener = page.opener as Window;
  const answered = nextMessage(
    page,
    ({ source, origin, data }) => {
      if (source !== opener || !allowedOrigins.includes(origin)) return null;
      const message = parseOpenerMessage(data);
      return message?.dropline === 'welcome' ? { origin, wishes: message } : null;
    },
    signal,
  );
  for (const allowed of allowedOrigins) opener.postMessage({ dropline: 'ready', version: PROTOCOL_VERSION } satisfies PageMessage, allowed);
  const { origin, wishes } = await answered;
  return { wishes, insert: (codes) => insert(page, opener, origin, codes) };
}

async function insert(page: Window, opener: Window, origin: string, codes: InsertedCodes): Promise<boolean> {
  if (opener.closed) return false;
  const done = new AbortController();
  const taken = nextMessage(
    page,
    (event) => (event.source === opener && event.origin === origin && parseOpenerMessage(event.data)?.dropline === 'taken' ? true : null),
    done.signal,
  );
  opener.postMessage(withVersion({ dropline: 'insert', ...codes }), origin);
  try {
    return await Promise.race([taken, delay(TAKEN_WITHIN_MS, done.signal).then(() => false)]);
  } finally {
    done.abort();
  }
}
