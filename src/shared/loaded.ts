/** A part of this library did not come; it may when it is asked for again. */
export class NotLoadedError extends Error {
  override readonly name = 'NotLoadedError';
}

/** A part that is loaded when it is first needed. Rejects with a `NotLoadedError` when it does not come, over a lost connection say. */
export const loaded = <Part>(part: Promise<Part>): Promise<Part> =>
  part.catch((cause: unknown) => {
    throw new NotLoadedError('A part did not load', { cause });
  });
