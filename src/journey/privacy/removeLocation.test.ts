import { deflateSync, inflateSync } from 'node:zlib';
import exifr from 'exifr';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import { removeLocation } from './removeLocation.js';
import {
  dataset,
  entry,
  ifd,
  located,
  mediaBytes,
  PLACE_WORDS,
  resource,
  segment,
  uint16,
  uint32,
  withSegments,
  XMP_WITH_PLACES,
} from './testing/located.js';

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());

async function clean(bytes: Uint8Array, format: MediaFormat): Promise<{ bytes: Buffer; outcome: string }> {
  const { blob, outcome } = await removeLocation(new Blob([Uint8Array.from(bytes)], { type: 'x/y' }), format);
  expect(blob.type).toBe('x/y');
  return { bytes: await bytesOf(blob), outcome };
}

const pixelsOf = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer();
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Exif as libvips finds it, read by another reader than ours. */
async function exifOf(bytes: Buffer): Promise<Record<string, unknown>> {
  const { exif } = await sharp(bytes).metadata();
  return exifr.parse(latin1(exif!).startsWith('Exif') ? exif!.subarray(6) : exif!, { gps: true, tiff: true, exif: true }) as Promise<
    Record<string, unknown>
  >;
}
const xmpOf = async (bytes: Buffer): Promise<string> => (await sharp(bytes).metadata()).xmp!.toString('utf8');

const KEPT = { Make: 'TestCam', Model: 'TC-1', Orientation: 'Rotate 90 CW', DateTimeOriginal: new Date('2024-05-06T07:08:09.000Z') };
const scanOf = (jpeg: Buffer): Buffer => jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])));

describe('removeLocation', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('takes the place out of a %s and keeps all else', async (format) => {
    const before = await located(format);
    expect(await exifOf(before)).toMatchObject({ latitude: expect.closeTo(48.8584, 3) as number, ...KEPT });
    expect(await xmpOf(before)).toMatch(PLACE_WORDS);
    const { bytes, outcome } = await clean(before, format);
    expect(outcome).toBe('removed');
    const exif = await exifOf(bytes);
    expect(exif).toMatchObject(KEPT);
    expect(Object.keys(exif).filter((key) => /gps|latitude|longitude/i.test(key))).toEqual([]);
    const xmp = await xmpOf(bytes);
    expect(xmp).not.toMatch(PLACE_WORDS);
    expect(xmp).toContain('City of light, état 1');
    expect(xmp).toContain('xmp:CreateDate="2024-05-06T07:08:09"');
    expect(xmp).toContain('drone-dji:RelativeAltitude="+30.00"');
    expect(await pixelsOf(bytes)).toEqual(await pixelsOf(before));
    expect(await clean(bytes, format)).toEqual({ bytes, outcome: 'none' });
  });

  it.each(['jpeg', 'webp', 'avif'] as const)('changes no length of a %s', async (format) => {
    const before = await located(format);
    expect((await clean(before, format)).bytes).toHaveLength(before.length);
  });

  it('cleans a photo as a phone makes it, its picture bit by bit the same', async () => {
    const before = mediaBytes('photo.jpg');
    const { bytes, outcome } = await clean(before, 'jpeg');
    expect(outcome).toBe('removed');
    expect(await exifr.gps(bytes)).toBeUndefined();
    expect(await exifr.parse(bytes)).toMatchObject(KEPT);
    expect(scanOf(bytes)).toEqual(scanOf(before));
  });

  it.each([
    ['plain.jpg', 'jpeg', 'none'],
    ['a.png', 'png', 'none'],
    ['anim.png', 'png', 'none'],
    ['still.webp', 'webp', 'none'],
    ['anim.webp', 'webp', 'none'],
    ['still.avif', 'avif', 'none'],
    ['anim.gif', 'gif', 'none'],
    ['pic.bmp', 'bmp', 'none'],
    ['trunc.jpg', 'jpeg', 'removed'],
    ['clip.mp4', 'mp4', 'unsupported'],
    ['clip.mov', 'mov', 'unsupported'],
    ['clip.webm', 'webm', 'unsupported'],
    ['note.txt', 'jpeg', 'unreadable'],
    ['fake.png', 'png', 'unreadable'],
    ['zero.png', 'webp', 'unreadable'],
  ] as const)('says of %s as %s: %s', async (name, format, outcome) => {
    const file = new Blob([Uint8Array.from(mediaBytes(name))]);
    const removal = await removeLocation(file, format);
    expect(removal.outcome).toBe(outcome);
    if (outcome !== 'removed') expect(removal.blob).toBe(file);
  });

  it('is unreadable, not a failure, when the file is gone', async () => {
    const gone = new Blob(['x']);
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    expect(await removeLocation(gone, 'jpeg')).toEqual({ blob: gone, outcome: 'unreadable' });
  });

  it('reads no more of a JPEG than its head', async () => {
    const file = new Blob([Uint8Array.from(mediaBytes('photo.jpg')), new Uint8Array(5_000_000)]);
    const readTo: number[] = [];
    const slice = file.slice.bind(file);
    file.slice = (from, to, type) => {
      const part = slice(from, to, type);
      const read = part.arrayBuffer.bind(part);
      part.arrayBuffer = () => {
        readTo.push(to ?? file.size);
        return read();
      };
      return part;
    };
    expect(await removeLocation(file, 'jpeg')).toMatchObject({ outcome: 'removed' });
    expect(Math.max(...readTo)).toBeLessThan(400_000);
  });
});

describe('removeLocation from JPEG', () => {
  const plain = mediaBytes('plain.jpg');
  const tiff = (...parts: Uint8Array[]): Buffer => Buffer.concat([Buffer.from('MM\0*', 'latin1'), uint32(8), ...parts]);
  const gpsTiff = (): Buffer =>
    tiff(ifd(0, entry(0x8825, 4, 1, 26)), ifd(0, entry(1, 2, 2, 0x4e000000), entry(2, 5, 3, 56)), Buffer.from('here'.repeat(6)));

  it('leaves alone a GPS part that tells the version of the standard alone', async () => {
    const bare = tiff(ifd(0, entry(0x8825, 4, 1, 26)), ifd(0, entry(0, 1, 4, 0x02030000)));
    expect(await clean(withSegments(plain, segment(0xe1, 'Exif\0\0', bare)), 'jpeg')).toMatchObject({ outcome: 'none' });
  });

  it('zeroes values that stand apart from their entries', async () => {
    const { bytes, outcome } = await clean(withSegments(plain, segment(0xe1, 'Exif\0\0', gpsTiff())), 'jpeg');
    expect(outcome).toBe('removed');
    expect(latin1(bytes)).not.toContain('here');
  });

  it('cleans the thumbnail too', async () => {
    const thumbnail = withSegments(await sharp(plain).resize(40).jpeg().toBuffer(), segment(0xe1, 'Exif\0\0', gpsTiff()));
    const exif = tiff(ifd(14), ifd(0, entry(0x0201, 4, 1, 44), entry(0x0202, 4, 1, thumbnail.length)), thumbnail);
    const before = withSegments(plain, segment(0xe1, 'Exif\0\0', exif));
    expect(before.indexOf(thumbnail)).toBe(2 + 4 + 6 + 44);
    const { bytes, outcome } = await clean(before, 'jpeg');
    expect(outcome).toBe('removed');
    expect(latin1(bytes)).not.toContain('here');
    expect(bytes.subarray(bytes.length - plain.length + 2)).toEqual(plain.subarray(2));
  });

  it('blanks the places of IPTC and keeps its words', async () => {
    const iptc = Buffer.concat([dataset(5, 'Title'), dataset(90, 'Paris'), dataset(101, 'France'), dataset(120, 'Caption')]);
    const photoshop = Buffer.concat([resource(0x0425, Buffer.alloc(15, 1)), resource(0x0404, iptc), resource(0x0422, gpsTiff())]);
    const { bytes, outcome } = await clean(withSegments(plain, segment(0xed, 'Photoshop 3.0\0', photoshop)), 'jpeg');
    expect(outcome).toBe('removed');
    expect(latin1(bytes)).not.toMatch(/Paris|France|here/);
    expect(await exifr.parse(bytes, { iptc: true, tiff: false })).toMatchObject({ ObjectName: 'Title', Caption: 'Caption' });
    expect(await clean(bytes, 'jpeg')).toMatchObject({ outcome: 'none' });
  });

  it('finds what the pieces of an extended XMP packet cut through', async () => {
    const packet = Buffer.from(XMP_WITH_PLACES);
    const cut = packet.indexOf('GPSLatitude') + 6;
    const piece = (from: number, to: number): Buffer =>
      segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'A'.repeat(32), uint32(packet.length), uint32(from), packet.subarray(from, to));
    const { bytes, outcome } = await clean(withSegments(plain, piece(cut, packet.length), piece(0, cut)), 'jpeg');
    expect(outcome).toBe('removed');
    expect(latin1(bytes)).not.toMatch(PLACE_WORDS);
    expect(latin1(bytes)).toContain('City of light');
    expect(latin1(bytes)).not.toContain('48,51');
  });

  it('cleans the further pictures of a multi-picture file', async () => {
    const second = mediaBytes('photo-norot.jpg');
    const index = (offset: number): Buffer =>
      segment(
        0xe2,
        'MPF\0',
        tiff(ifd(0, entry(0xb002, 7, 32, 26)), uint32(0), uint32(0), uint32(0), uint32(0), uint32(0), uint32(9), uint32(offset), uint32(0)),
      );
    const first = withSegments(plain, index(0));
    const before = Buffer.concat([withSegments(plain, index(first.length - 10)), second]);
    const { bytes, outcome } = await clean(before, 'jpeg');
    expect(outcome).toBe('removed');
    expect(bytes.subarray(0, first.length)).toEqual(before.subarray(0, first.length));
    expect(await exifr.gps(bytes.subarray(first.length))).toBeUndefined();
    expect(await exifr.parse(bytes.subarray(first.length))).toMatchObject({ Make: 'TestCam' });
  });

  it('leaves any bytes behind the head as they are, and never fails', async () => {
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), bytes])),
      fc
        .uint8Array({ maxLength: 40 })
        .map((bytes) => Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x02\x88\x25\0\x04\0\0\0\x01\0\0\0', 'latin1'), bytes])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04', 'latin1'), bytes])),
      fc
        .uint8Array({ maxLength: 100 })
        .map((bytes) => Buffer.concat([Buffer.from('MPF\0MM\0*\0\0\0\x08\0\x01\xb0\x02\0\x07\0\0\0', 'latin1'), bytes])),
    );
    const segments = fc.array(
      fc.tuple(fc.constantFrom(0xe1, 0xe2, 0xed, 0xd0), bodies).map(([marker, body]) => segment(marker, body)),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(segments, fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 200 }), async (head, rubbish, rest) => {
        const before = Buffer.concat([Buffer.from([0xff, 0xd8]), ...head, rubbish, Buffer.from([0xff, 0xda, 0, 2]), rest]);
        const { bytes } = await clean(before, 'jpeg');
        expect(bytes).toHaveLength(before.length);
        if (!rest.includes(0xff) && !rubbish.includes(0xff)) expect(bytes.subarray(bytes.length - rest.length)).toEqual(Buffer.from(rest));
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on a head without end', async () => {
    expect(await clean(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200_000, 1)]), 'jpeg')).toMatchObject({
      outcome: 'unreadable',
    });
  });
});

describe('removeLocation from PNG', () => {
  const plain = mediaBytes('a.png');
  const chunk = (name: string, data: Uint8Array): Buffer =>
    Buffer.concat([uint32(data.length), Buffer.from(name), data, uint32(crcOf(Buffer.concat([Buffer.from(name), data])))]);
  const withChunks = (...chunks: Buffer[]): Buffer => Buffer.concat([plain.subarray(0, 33), ...chunks, plain.subarray(33)]);
  const chunksOf = (png: Buffer): { name: string; data: Buffer }[] => {
    const chunks = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      const to = at + 8 + png.readUInt32BE(at);
      expect(png.readUInt32BE(to)).toBe(crcOf(png.subarray(at + 4, to)));
      chunks.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, to) });
    }
    return chunks;
  };
  const text = (value: string | Uint8Array): Buffer => Buffer.from(value as string, 'utf8');
  const exif = async (): Promise<Buffer> => (await sharp(mediaBytes('photo.jpg')).metadata()).exif!;
  const rawProfile = async (): Promise<string> => {
    const bytes = await exif();
    return `\nexif\n${String(bytes.length).padStart(8)}\n${bytes.toString('hex').replace(/.{72}/g, '$&\n')}\n`;
  };
  const fromHex = (profile: string): Buffer => Buffer.from(profile.replace(/^\n\w+\n *\d+\n/, '').replaceAll('\n', ''), 'hex');

  it.each([
    ['iTXt', () => Buffer.concat([text('XML:com.adobe.xmp\0\0\0\0\0'), text(XMP_WITH_PLACES)]), (data: Buffer) => data],
    [
      'iTXt',
      () => Buffer.concat([text('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(XMP_WITH_PLACES)]),
      (data: Buffer) => inflateSync(data.subarray(22)),
    ],
    [
      'zTXt',
      () => Buffer.concat([text('XML:com.adobe.xmp\0\0'), deflateSync(XMP_WITH_PLACES)]),
      (data: Buffer) => inflateSync(data.subarray(19)),
    ],
    ['tEXt', () => Buffer.concat([text('XML:com.adobe.xmp\0'), text(XMP_WITH_PLACES)]), (data: Buffer) => data],
  ] as const)('blanks the places of XMP in %s, checksums right', async (name, toData, toText) => {
    const { bytes, outcome } = await clean(withChunks(chunk(name, toData())), 'png');
    expect(outcome).toBe('removed');
    const [, cleaned] = chunksOf(bytes);
    expect(cleaned!.name).toBe(name);
    expect(toText(cleaned!.data).toString('utf8')).not.toMatch(PLACE_WORDS);
    expect(toText(cleaned!.data).toString('utf8')).toContain('City of light, état 1');
    expect(await pixelsOf(bytes)).toEqual(await pixelsOf(plain));
  });

  it.each(['tEXt', 'zTXt'] as const)('blanks the GPS part of a raw profile in %s', async (name) => {
    const profile = text(await rawProfile());
    const data = Buffer.concat([
      text('Raw profile type exif\0'),
      name === 'zTXt' ? Buffer.concat([Buffer.alloc(1), deflateSync(profile)]) : profile,
    ]);
    const { bytes, outcome } = await clean(withChunks(chunk(name, data)), 'png');
    expect(outcome).toBe('removed');
    const cleaned = chunksOf(bytes)[1]!.data;
    const hex = name === 'zTXt' ? inflateSync(cleaned.subarray(23)) : cleaned.subarray(22);
    const tags = (await exifr.parse(fromHex(hex.toString('latin1')).subarray(6), { gps: true })) as Record<string, unknown>;
    expect(tags).toMatchObject(KEPT);
    expect(tags['latitude']).toBeUndefined();
  });

  it('drops a packed text that cannot be unpacked, and a text that is named as a place', async () => {
    const broken = chunk('zTXt', Buffer.concat([text('Raw profile type exif\0\0'), Buffer.from('no zlib at all')]));
    const named = chunk('tEXt', text('exif:GPSLatitude\x0048/1'));
    const kept = chunk('tEXt', text('Title\0GPS for beginners'));
    const { bytes, outcome } = await clean(withChunks(broken, kept, named), 'png');
    expect(outcome).toBe('removed');
    expect(bytes).toEqual(withChunks(kept));
  });

  it('changes no chunk but its own on any bytes, and never fails', async () => {
    const names = fc.constantFrom('eXIf', 'tEXt', 'zTXt', 'iTXt', 'IDAT', 'abcd');
    const starts = fc.constantFrom(
      '',
      'MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0',
      'XML:com.adobe.xmp\0\0',
      'XML:com.adobe.xmp\0\x01\0\0\0',
      'Raw profile type exif\0\nexif\n 9\n45',
    );
    const chunks = fc.array(fc.tuple(names, starts, fc.uint8Array({ maxLength: 80 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.uint8Array({ maxLength: 20 }), async (parts, end) => {
        const all = parts.map(([name, start, data]) => chunk(name, Buffer.concat([Buffer.from(start, 'latin1'), data])));
        const { bytes } = await clean(Buffer.concat([plain.subarray(0, 8), ...all, end]), 'png');
        const idat = (png: Buffer): Buffer[] =>
          chunksOf(png)
            .filter(({ name }) => name === 'IDAT')
            .map(({ data }) => data);
        const without = bytes.subarray(0, bytes.length - end.length);
        expect(idat(without)).toEqual(idat(Buffer.concat([plain.subarray(0, 8), ...all])));
        expect(bytes.subarray(without.length)).toEqual(Buffer.from(end));
      }),
      { numRuns: 400 },
    );
  });
});

describe('removeLocation from WEBP', () => {
  it('leaves any other chunk as it is, and never fails', async () => {
    const names = fc.constantFrom('EXIF', 'XMP ', 'VP8 ', 'ALPH');
    const chunks = fc.array(fc.tuple(names, fc.uint8Array({ maxLength: 80 }), fc.integer({ min: -4, max: 200 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const all = parts.map(([name, data, more]) => {
          const size = Buffer.alloc(4);
          size.writeUInt32LE(Math.max(0, data.length + (more > 100 ? more : 0)));
          return Buffer.concat([Buffer.from(name), size, data, new Uint8Array(data.length % 2)]);
        });
        const before = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...all]);
        const { bytes, outcome } = await clean(before, 'webp');
        expect(bytes).toHaveLength(before.length);
        if (outcome === 'none') expect(bytes).toEqual(before);
      }),
    );
  });
});

describe('removeLocation from AVIF', () => {
  /** A file of one Exif item, cut in two, where `method` says what its offsets count from. */
  async function cutInTwo(method: 0 | 1 | 2): Promise<Buffer> {
    const box = (type: string, ...body: Uint8Array[]): Buffer =>
      Buffer.concat([uint32(8 + Buffer.concat(body).length), Buffer.from(type), ...body]);
    const exif = Buffer.concat([uint32(6), (await sharp(mediaBytes('photo.jpg')).metadata()).exif!]);
    const start = box('ftyp', Buffer.from('avif\0\0\0\0', 'latin1'));
    const info = box('iinf', uint32(0), uint16(1), box('infe', uint32(0x02000000), uint16(7), uint16(0), Buffer.from('Exif\0')));
    const locate = (base: number): Buffer =>
      box(
        'iloc',
        uint32(0x01000000),
        ...[0x4440, 1, 7, method, 0].map(uint16),
        uint32(base),
        uint16(2),
        ...[0, 100, 100, exif.length - 100].map(uint32),
      );
    const dataFrom = start.length + 12 + info.length + locate(0).length + 8;
    const meta = box('meta', uint32(0), info, locate(method === 0 ? dataFrom : 0), ...(method === 1 ? [box('idat', exif)] : []));
    return Buffer.concat([start, meta, ...(method === 1 ? [] : [box('mdat', exif)])]);
  }

  it.each([0, 1] as const)('joins an item that lies in pieces (offsets of kind %i)', async (method) => {
    const before = await cutInTwo(method);
    expect(latin1(before)).toMatch(/II\*|MM/);
    const { bytes, outcome } = await clean(before, 'avif');
    expect(outcome).toBe('removed');
    expect(bytes).toHaveLength(before.length);
    const from = bytes.lastIndexOf('Exif\0\0') + 6;
    const tags = (await exifr.parse(bytes.subarray(from), { gps: true })) as Record<string, unknown>;
    expect(tags).toMatchObject(KEPT);
    expect(tags['latitude']).toBeUndefined();
  });

  it('says that it cannot follow offsets into another item', async () => {
    expect(await clean(await cutInTwo(2), 'avif')).toMatchObject({ outcome: 'unreadable' });
  });

  it('never fails on a broken index', async () => {
    const whole = await located('avif');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const broken = Buffer.from(whole);
          for (const [at, byte] of changes) broken[at] = byte;
          expect((await clean(broken, 'avif')).bytes).toHaveLength(broken.length);
          const cut = broken.subarray(0, length);
          expect((await clean(cut, 'avif')).bytes).toHaveLength(cut.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
