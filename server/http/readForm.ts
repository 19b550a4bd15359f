import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import { ApiError } from '../apiError.js';
import { randomHex } from '../tokens.js';
import { createMd5 } from './createMd5.js';
import { formatBytes } from '../units.js';
import { isLeft } from './isLeft.js';
import { type HeldFields, NoRoomError } from './fieldMemory.js';

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
  /** Where fields may be large: room for them, among all requests. */
  readonly held?: HeldFields;
  readonly signal: AbortSignal;
}

const MAX_FIELDS = 5_000;
/** All fields beside the largest. */
const FIELDS_SLACK_CHARS = 200_000;
const WATCH_MS = 50;
/** Waiting for the disk: what has come together by then goes there in one piece. */
const WRITE_AHEAD_BYTES = 1_000_000;

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
 * @throws {NoRoomError} when there is no room for its fields now
 * @throws `signal.reason` when the client vanished
 */
export async function readForm(incoming: IncomingMessage, options: ReadFormOptions): Promise<Form> {
  options.signal.throwIfAborted();
  const parser = createParser(incoming, options);
  if (!parser) return createForm([], null);
  if (!isSaidTooBig(incoming, options)) return parse(incoming, parser, options);
  // Read and dropped.
  incoming.resume();
  throw tooBig(options.maxFileBytes);
}

function parse(incoming: IncomingMessage, parser: Busboy, options: ReadFormOptions): Promise<Form> {
  return new Promise<Form>((resolve, reject) => {
    const fields = createFields(options.maxFieldBytes);
    let file: Promise<SentFile> | null = null;
    const files = new AbortController();
    let part: Readable | null = null;
    let isSettled = false;
    const finish = (end: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      stopWatching();
      stopHolding();
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
      if (info.valueTruncated || !fields.add(name, value)) fail(tooBig(options.maxFileBytes));
    });
    parser.on('file', (field, stream, info) => {
      // Types say there is a name; without one it is a field.
      const name: string | undefined = info.filename;
      part = stream;
      if (file !== null || field !== 'source' || name === undefined) {
        stream.on('error', () => undefined).resume();
        return;
      }
      const expectedBytes = Number(incoming.headers['content-length']) || 0;
      file = receive(stream, { name, mimeType: info.mimeType, expectedBytes }, options, files.signal);
      stream.once('limit', () => fail(tooBig(options.maxFileBytes)));
      file.catch(fail);
    });
    // Each time: one that is torn down says once more that the form had no end.
    parser.on('error', (cause) => fail(brokenTransfer(cause)));
    parser.once('close', () => {
      Promise.resolve(file).then((sent) => finish(() => resolve(createForm(fields.all, sent))), fail);
    });
    const stopHolding = holdFields(incoming, () => part, options.held, fail);
    const isPartLeft = async (): Promise<boolean> => part !== null && isLeft(part, parser);
    const stopWatching = watchForLeft(incoming, isPartLeft, () => fail(brokenTransfer()));
    incoming.pipe(parser);
  });
}

/** Then not a byte of it is needed to know. */
const isSaidTooBig = ({ headers }: IncomingMessage, { maxFileBytes, maxFieldBytes }: ReadFormOptions): boolean =>
  Number(headers['content-length'] ?? 0) > maxFileBytes + maxFieldBytes + FIELDS_SLACK_CHARS * 2;

/** The fields as they come. `add` answers false for more than all of them together may be. */
function createFields(maxFieldBytes: number) {
  const all: [string, string][] = [];
  let chars = 0;
  return {
    all,
    // A part without a name has none, whatever the types say.
    add(name: string | undefined, value: string | undefined): boolean {
      chars += (name?.length ?? 0) + (value?.length ?? 0);
      if (name !== undefined && value !== undefined) all.push([name, value]);
      return chars <= maxFieldBytes + FIELDS_SLACK_CHARS;
    },
  };
}

/** What comes while no file does is fields, give or take a chunk; only much of it counts. */
function holdFields(
  incoming: IncomingMessage,
  part: () => Readable | null,
  held: HeldFields | undefined,
  fail: (reason: Error) => void,
): () => void {
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    if (part()?.closed === false) return;
    bytes += chunk.length;
    if (bytes > FIELDS_SLACK_CHARS * 2 && held?.grow(bytes) === false) fail(new NoRoomError('Too many large fields at a time.'));
  };
  if (held) incoming.on('data', count);
  return () => void incoming.off('data', count);
}

/** Once all has come, looks whether there is still somebody who could read it. */
function watchForLeft(incoming: IncomingMessage, isLeftNow: () => Promise<boolean>, onLeft: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => ((await isLeftNow()) ? onLeft() : undefined);
  const start = (): void => void (timer = setInterval(() => void look(), WATCH_MS));
  incoming.once('end', start);
  return () => {
    incoming.off('end', start);
    clearInterval(timer);
  };
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

/**
 * Writes what comes into the temporary folder, measures it and stops where it is too much; when this throws there is no file.
 *
 * @throws {ApiError} 400 for too many bytes
 */
export async function receive(
  stream: Readable,
  part: { name: string; mimeType: string; expectedBytes: number },
  options: Pick<ReadFormOptions, 'temporaryFolder' | 'maxFileBytes'>,
  signal: AbortSignal,
): Promise<SentFile> {
  const path = join(options.temporaryFolder, randomHex(16));
  const target = createWriteStream(path, { flags: 'wx', highWaterMark: WRITE_AHEAD_BYTES });
  const hash = createMd5({ path, expectedBytes: part.expectedBytes, writtenBytes: () => target.bytesWritten });
  let sizeBytes = 0;
  const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes > options.maxFileBytes) throw tooBig(options.maxFileBytes);
      yield chunk;
    }
  };
  try {
    await pipeline(stream, measure, target, { signal });
    return { name: part.name, mimeType: part.mimeType, path, sizeBytes, md5: await hash.digest() };
  } catch (thrown) {
    hash.drop();
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
