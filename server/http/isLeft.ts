import type { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/**
 * Whether all that came has gone through, and still this part has neither more to give nor an end: so is one that begins after the form's end, and its parser would
 * wait for it for ever.
 */
export async function isLeft(part: Readable, parser: Writable): Promise<boolean> {
  // One that waits for the disk says that it is at its end only when it is asked for more.
  if (part.readableLength === 0) part.read(0);
  await setImmediate();
  return parser.writableLength === 0 && part.readableLength === 0 && !part.readableEnded && !part.destroyed;
}
