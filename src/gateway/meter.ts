import { GatewayError } from './GatewayError.js';

export interface MeteredBody {
  readonly body: ReadableStream<Uint8Array>;
  /** Whether the file's last byte has been handed on. */
  readonly isSent: () => boolean;
  /** Our own reason why the body broke off, if it did. */
  readonly failure: () => GatewayError | null;
}

export interface Frame {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** What the browser said its body is. */
  readonly lengthBytes: number;
  readonly maxBytes: number;
  /** What to say when it is longer than that. */
  readonly tooBig: GatewayError;
}

/**
 * The frame around the file, read only as fast as the upstream takes it. Breaks off with `tooBig` as soon as the file is longer
 * than `maxBytes`, and with 400 when it is not as long as it said.
 */
export function framed(file: ReadableStream<Uint8Array>, { before, after, lengthBytes, maxBytes, tooBig }: Frame): MeteredBody {
  const reader = file.getReader();
  let fileBytes = 0;
  let isSent = false;
  let failure: GatewayError | null = null;
  const breakOff = (thrown: unknown): never => {
    if (thrown instanceof GatewayError) failure = thrown;
    throw thrown;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => enqueue(controller, before),
      async pull(controller) {
        const { done, value } = await reader.read().catch(breakOff);
        if (done) {
          if (fileBytes !== lengthBytes) breakOff(new GatewayError(400, `The body ended after ${fileBytes} of ${lengthBytes} bytes`));
          isSent = true;
          enqueue(controller, after);
          controller.close();
          return;
        }
        fileBytes += value.byteLength;
        if (fileBytes > maxBytes) breakOff(tooBig);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 1 },
  );
  return { body, isSent: () => isSent, failure: () => failure };
}

const enqueue = (controller: ReadableStreamDefaultController<Uint8Array>, bytes: Uint8Array): void => {
  if (bytes.byteLength > 0) controller.enqueue(bytes);
};
