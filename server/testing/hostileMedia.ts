import { crc32, deflateSync } from 'node:zlib';

/** 49 megapixels of one bit: 6 MB that are 196 MB as they are decoded. */
export function largeBmp(): Buffer {
  const [side, rowBytes] = [7_000, 876];
  const head = Buffer.alloc(62);
  head.write('BM');
  head.writeUInt32LE(62, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(side, 18);
  head.writeInt32LE(side, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(1, 28);
  return Buffer.concat([head, Buffer.alloc(side * rowBytes)]);
}

const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A black square of one bit a pixel: 50,000 pixels a side are 313 MB, packed into 300 kB. */
export function bombPng(sidePx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  header.writeUInt8(1, 8);
  const rows = Buffer.alloc((Math.ceil(sidePx / 8) + 1) * sidePx);
  return Buffer.concat([PNG_START, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

/** A picture with a text in it that unpacks to many times its size. */
export function bombText(picture: Buffer, unpackedBytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(unpackedBytes, 'x'), { level: 9 });
  const text = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\u0001\0\0\0', 'latin1'), packed]);
  const afterHeader = PNG_START.length + 25;
  return Buffer.concat([picture.subarray(0, afterHeader), chunk('iTXt', text), picture.subarray(afterHeader)]);
}

/** Of as many frames, each with the data of one pixel, whatever size it says it has. */
export function gifOf(frames: number, widthPx = 1, heightPx = 1): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(widthPx, 6);
  head.writeUInt16LE(heightPx, 8);
  const frame = Buffer.from('21f90400000000002c0000000001000100000202440100', 'hex');
  frame.writeUInt16LE(widthPx, 13);
  frame.writeUInt16LE(heightPx, 15);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}
