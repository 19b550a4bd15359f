import { GatewayError } from './GatewayError.js';

const CR = 13;
const LF = 10;
const DASH = 45;
const MAX_HEADER_BYTES = 8_192;
const CANNOT_READ = 'The form could not be read';

/** What browsers write, and nothing that two parsers could read in two ways. */
const DISPOSITION = /^content-disposition: form-data; name="(\w{1,40})"(?:; filename="[^"\\]*")?$/i;
const OTHER_HEADER = /^content-type: [^;]*(?:;[^;]*)?$/i;

type State = 'start' | 'afterDelimiter' | 'headers' | 'data' | 'end';

/**
 * Renames the parts of a multipart body that have one of these names, while it streams by, so that a host takes no notice of them. The new name is as
 * long as the old one: the body's length stays the same. A body that is not exactly as browsers write it errors with a `GatewayError` 400, since a host
 * might find a part in it that was not found here.
 *
 * @param boundary as in the Content-Type
 */
export function overwriteParts(body: ReadableStream<Uint8Array>, boundary: string, names: ReadonlySet<string>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const scanner = createScanner(new TextEncoder().encode(`--${boundary}`), names);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const { done, value } = await reader.read();
          const bytes = done ? scanner.end() : scanner.push(value);
          if (bytes.byteLength > 0) controller.enqueue(bytes);
          if (done) return controller.close();
          if (bytes.byteLength > 0) return;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

interface Scanner {
  /** The bytes that are sure by now. */
  push(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

function createScanner(delimiter: Uint8Array, names: ReadonlySet<string>): Scanner {
  let state: State = 'start';
  let held: Uint8Array = new Uint8Array();

  /** How many of the held bytes are read by the present state; 0 when more must come first. */
  function step(): number {
    switch (state) {
      case 'start':
        if (held.length < delimiter.length) return 0;
        if (indexOf(held.subarray(0, delimiter.length), delimiter) !== 0) throw unreadable();
        state = 'afterDelimiter';
        return delimiter.length;
      case 'afterDelimiter':
        if (held.length < 2) return 0;
        state = stateAfter(held);
        return 2;
      case 'headers':
        return readHeaders();
      case 'data':
        return readData();
      case 'end':
        if (held.some((byte) => byte !== CR && byte !== LF) || held.length > 2) throw unreadable();
        return 0;
    }
  }

  function readHeaders(): number {
    const end = indexOf(held, HEADERS_END);
    if (end < 0 && held.length < MAX_HEADER_BYTES) return 0;
    if (end < 0 || end > MAX_HEADER_BYTES) throw unreadable();
    overwriteName(held.subarray(0, end), names);
    state = 'data';
    return end + HEADERS_END.length;
  }

  /** Two bytes more than the delimiter may begin in are kept back: they must be the line end before it. */
  function readData(): number {
    const found = indexOf(held, delimiter);
    if (found < 0) return Math.max(0, held.length - delimiter.length - 1);
    if (held[found - 2] !== CR || held[found - 1] !== LF) throw unreadable();
    state = 'afterDelimiter';
    return found + delimiter.length;
  }

  return {
    push(chunk) {
      held = joined(held, chunk);
      const whole = held;
      for (let read = step(); read > 0; read = step()) held = held.subarray(read);
      return whole.subarray(0, whole.length - held.length);
    },
    end() {
      if (state !== 'end') throw unreadable();
      return held;
    },
  };
}

const HEADERS_END = Uint8Array.of(CR, LF, CR, LF);

const unreadable = (): GatewayError => new GatewayError(400, CANNOT_READ);

function stateAfter([first, second]: Uint8Array): State {
  if (first === CR && second === LF) return 'headers';
  if (first === DASH && second === DASH) return 'end';
  throw unreadable();
}

/** One character per byte, so that places in the text are places in the bytes. */
function overwriteName(header: Uint8Array, names: ReadonlySet<string>): void {
  const text = Array.from(header, (byte) => String.fromCharCode(byte)).join('');
  const lines = text.split('\r\n');
  const dispositions = lines.filter((line) => DISPOSITION.test(line));
  const others = lines.filter((line) => OTHER_HEADER.test(line));
  // oxlint-disable-next-line no-control-regex -- control characters are what parsers differ in
  if (dispositions.length !== 1 || others.length !== lines.length - 1 || /[\0-\x08\n\r\x0b-\x1f\x7f]/.test(lines.join('')))
    throw unreadable();
  const name = DISPOSITION.exec(dispositions[0] ?? '')?.[1] ?? '';
  if (!names.has(name)) return;
  const start = text.indexOf(`name="${name}"`) + 'name="'.length;
  header.fill('x'.charCodeAt(0), start, start + name.length);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  // A copy even where there is nothing to join: names are overwritten in place, and the bytes are somebody else's.
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0 && at + wanted.length <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
