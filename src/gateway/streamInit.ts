/**
 * How `fetch` is given a body that streams, so that it is sent with its length, is not kept, and follows no redirect: that would lose the body.
 *
 * @param lengthBytes of the whole body
 */
export function streamInit(body: ReadableStream<Uint8Array>, lengthBytes: number): RequestInit {
  const { FixedLengthStream } = globalThis as { FixedLengthStream?: new (lengthBytes: number) => TransformStream<Uint8Array, Uint8Array> };
  // Cloudflare's workers send a stream in pieces of unknown length unless it passes through this class of theirs, and they know no `redirect: 'error'`.
  if (FixedLengthStream)
    return { body: body.pipeThrough(new FixedLengthStream(lengthBytes)), redirect: 'manual', duplex: 'half' } as RequestInit;
  // Node keeps a copy of the whole body in memory for a redirect, unless both say that there will be none: https://github.com/nodejs/undici/issues/4058
  return { body, redirect: 'error', window: null, duplex: 'half' } as RequestInit;
}

/** Whether `fetch` failed because the host redirects. */
export function isRedirected(thrown: unknown): boolean {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
  return cause instanceof Error && /redirect/i.test(cause.message);
}
