import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overwriteParts } from './overwriteParts.js';

const B = 'boundary-12345';
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function inChunks(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = latin1(text);
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      const size = sizes[turn++ % sizes.length] ?? 1;
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function run(text: string, sizes: readonly number[] = [65_536], names = ['album_id', 'tags']): Promise<string> {
  let out = '';
  const reader = overwriteParts(inChunks(text, sizes), B, new Set(names)).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    out += Array.from(part.value, (byte) => String.fromCharCode(byte)).join('');
  }
  return out;
}

const field = (name: string, value: string): string => `--${B}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (bytes: string): string =>
  `--${B}\r\nContent-Disposition: form-data; name="source"; filename="a \xe4.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${bytes}\r\n`;
const END = `--${B}--\r\n`;

describe('overwriteParts', () => {
  it('renames the parts of these names, and nothing else', async () => {
    const form = field('title', 'album_id') + field('album_id', 'theirs') + file('name="album_id"') + field('tags', '') + END;
    const expected = form.replace('name="album_id"\r\n\r\ntheirs', 'name="xxxxxxxx"\r\n\r\ntheirs').replace('name="tags"', 'name="xxxx"');
    expect(await run(form)).toBe(expected);
  });

  it('gives the same however the body is cut, and every byte of the file', async () => {
    const near = fc.constantFrom('\r', '\n', '\r\n', '-', '--', '\r\n--', `\r\n-${B}`, 'b', '\0', '\xff');
    const bytes = fc.array(near, { maxLength: 60 }).map((all) => all.join(''));
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bytes, sizes, async (content, cuts) => {
        const form = field('album_id', 'theirs') + file(content) + END;
        expect(await run(form, cuts)).toBe(form.replace('album_id', 'xxxxxxxx'));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the bytes it was given as they are', async () => {
    const bytes = latin1(field('album_id', 'theirs') + END);
    const body = new ReadableStream<Uint8Array>({ start: (controller) => (controller.enqueue(bytes), controller.close()) });
    await new Response(overwriteParts(body, B, new Set(['album_id']))).arrayBuffer();
    expect(String.fromCharCode(...bytes)).toContain('name="album_id"');
  });

  it.each([
    ['a part after a bare line feed', file(`x\n--${B}\r\nContent-Disposition: form-data; name="album_id"\r\n\r\nevil`) + END],
    ['a delimiter in the middle of a line', file(`x--${B}`) + END],
    ['something before the first part', `hello\r\n${field('title', 'x')}${END}`],
    ['something after the last part', `${field('title', 'x')}${END}${field('album_id', 'evil')}`],
    ['spaces after a delimiter', field('title', 'x').replace(B, `${B}  `) + END],
    ['a name without quotes', field('title', 'x').replace('"title"', 'album_id') + END],
    ['a name given twice', field('title', 'x').replace('"title"', '"title"; name="album_id"') + END],
    ['a name that PHP would turn into another', field('album.id', 'x') + END],
    ['a name of brackets', field('album_id[]', 'x') + END],
    ['an extended file name', file('x').replace('filename=', "filename*=utf-8''x; name=") + END],
    ['an escaped quote in a file name', file('x').replace('a \xe4.jpg', 'a\\"; name="album_id') + END],
    ['a folded header', field('title', 'x').replace('; name', ';\r\n name') + END],
    ['a bare line feed in a header', field('title', 'x').replace('form-data', 'form-data\nX: 1') + END],
    ['two dispositions', field('title', 'x').replace('\r\n\r\n', '\r\nContent-Disposition: form-data; name="album_id"\r\n\r\n') + END],
    ['a header of another kind', field('title', 'x').replace('\r\n\r\n', '\r\nContent-Transfer-Encoding: base64\r\n\r\n') + END],
    ['a part without a disposition', `--${B}\r\nContent-Type: text/plain\r\n\r\nx\r\n${END}`],
    ['endless headers', `--${B}\r\nContent-Type: ${'a'.repeat(9_000)}`],
    ['no end', field('title', 'x')],
    ['nothing', ''],
  ])('breaks off with 400 at %s', async (_what, form) => {
    await expect(run(form)).rejects.toMatchObject({ name: 'GatewayError', status: 400 });
    await expect(run(form, [7])).rejects.toMatchObject({ status: 400 });
  });
});
