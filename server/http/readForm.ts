import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import { ApiError } from '../apiError.js';
import { randomHex } from '../tokens.js';
import { formatBytes } from '../units.js';

export interface SentFile {
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly md5: string;
}

/** A form as it came: fields in their order, and at most one file, which is already in the temporary folder. */
export interface Form {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: SentFile | null;
  /** The last of that name, as PHP reads it. */
  value(name: string): string | null;
  /** All of a name that ends in `[]`. */
  values(name: string): string[];
  has(name: string): boolean;
}

export interface ReadFormOptions {
  readonly temporaryFolder: string;
  /** Of the file, in bytes. */
  readonly maxFileBytes: number;
  /** Of one field, in bytes: base64 stands in one. */
  readonly maxFieldBytes: number;
  readonly signal: AbortSignal;
}

const MAX_FIELDS = 5_000;

export const tooBig = (maxBytes: number): ApiError => new ApiError(400, `File too big - max ${formatBytes(maxBytes)}`);
const brokenTransfer = (cause?: unknown): ApiError =>
  new ApiError(601, 'The uploaded file was only partially uploaded (UPLOAD_ERR_PARTIAL)', { cause });

export function createForm(fields: Form['fields'], file: SentFile | null): Form {
  return {
    fields,
    file,
    value: (name) => fields.findLast(([other]) => other === name)?.[1] ?? null,
    values: (name) => fields.filter(([other]) => other === name).map(([, value]) => value),
    has: (name) => fields.some(([other]) => other === name),
  };
}

/**
 * Reads a multipart or urlencoded body. The file goes straight to the temporary folder and is never held in memory. Any other body is an empty form.
 * Whoever asked removes the file; when this throws there is none.
 *
 * @throws {ApiError} 400 as soon as the file is too large, while the body is still coming; 601 for a body that breaks off
 * @throws `signal.reason` when the client vanished
 */
export async function readForm(incoming: IncomingMessage, options: ReadFormOptions): Promise<Form> {
  options.signal.throwIfAborted();
  const parser = createParser(incoming, options);
  if (!parser) return createForm([], null);
  return new Promise<Form>((resolve, reject) => {
    const fields: [string, string][] = [];
    let file: Promise<SentFile> | null = null;
    const files = new AbortController();
    let isSettled = false;
    const finish = (end: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      options.signal.removeEventListener('abort', onAbort);
      incoming.unpipe(parser);
      // The rest is read and dropped: a client that is still sending would otherwise never see the answer.
      incoming.resume();
      end();
    };
    const fail = (reason: unknown): void =>
      finish(() => {
        files.abort(reason);
        // Not at once: the parser may be in the middle of a chunk, and would reach for the file it has just let go of.
        setImmediate(() => parser.destroy());
        void Promise.resolve(file)
          .then(
            (sent) => sent && removeFile(sent),
            () => undefined,
          )
          .then(() => reject(reason));
      });
    const onAbort = (): void => fail(options.signal.reason);
    options.signal.addEventListener('abort', onAbort, { once: true });
    incoming.on('error', (cause) => fail(brokenTransfer(cause)));
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated) fail(tooBig(options.maxFileBytes));
      else fields.push([name, value]);
    });
    parser.on('file', (field, stream, info) => {
      // Types say there is a name; without one it is a field.
      const name: string | undefined = info.filename;
      if (file !== null || field !== 'source' || name === undefined) {
        stream.on('error', () => undefined).resume();
        return;
      }
      file = receive(stream, { name, mimeType: info.mimeType }, options, files.signal);
      stream.once('limit', () => fail(tooBig(options.maxFileBytes)));
      file.catch(fail);
    });
    // Each time: one that is torn down says once more that the form had no end.
    parser.on('error', (cause) => fail(brokenTransfer(cause)));
    parser.once('close', () => {
      Promise.resolve(file).then((sent) => finish(() => resolve(createForm(fields, sent))), fail);
    });
    incoming.pipe(parser);
  });
}

/** Null for a body that is no form. */
function createParser(incoming: IncomingMessage, { maxFileBytes, maxFieldBytes }: ReadFormOptions): Busboy | null {
  try {
    return busboy({
      headers: incoming.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: maxFileBytes + 1, fieldSize: maxFieldBytes, fields: MAX_FIELDS, files: 10, parts: MAX_FIELDS + 10 },
    });
  } catch {
    return null;
  }
}

async function receive(
  stream: Readable,
  part: { name: string; mimeType: string },
  options: ReadFormOptions,
  signal: AbortSignal,
): Promise<SentFile> {
  const path = join(options.temporaryFolder, randomHex(16));
  const target = createWriteStream(path, { flags: 'wx' });
  const hash = createHash('md5');
  let sizeBytes = 0;
  const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(stream, measure, target, { signal });
    if (sizeBytes > options.maxFileBytes) throw tooBig(options.maxFileBytes);
    return { ...part, path, sizeBytes, md5: hash.digest('hex') };
  } catch (thrown) {
    await closed(target.destroy());
    await rm(path, { force: true });
    throw thrown;
  }
}

/** Before that, the system may still be about to make the file. */
const closed = async (file: WriteStream): Promise<void> => {
  if (!file.closed) await new Promise<void>((resolve) => file.once('close', () => resolve()));
};

export const removeFile = (file: { readonly path: string }): Promise<void> => rm(file.path, { force: true });
