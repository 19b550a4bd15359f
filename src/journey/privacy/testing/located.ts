import { readFileSync } from 'node:fs';
import sharp from 'sharp';

export const mediaBytes = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/media/${name}`, import.meta.url));

/** An XMP packet with a place in each of its forms, and a title and a date to be kept. */
export const XMP_WITH_PLACES = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
 exif:GPSLatitude="48,51.5000N" exif:GPSLongitude = '2,17.6700E' photoshop:City="Paris > &quot;7e&quot;" Iptc4xmpCore:CountryCode="FR"
 drone-dji:GpsLongtitude="+2.2945" drone-dji:RelativeAltitude="+30.00" xmp:CreateDate="2024-05-06T07:08:09" tiff:Orientation="6">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">City of light, état 1</rdf:li></rdf:Alt></dc:title>
<exif:GPSAltitude>123/1</exif:GPSAltitude><exif:GPSMapDatum/>
<photoshop:Country>France</photoshop:Country>
<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Parigi</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** What must be found nowhere in a file that was cleaned. */
export const PLACE_WORDS = /48,51|2,17\.67|Paris|Parigi|France|2\.2945|"FR"|123\/1|GPS(Latitude|Longitude|Altitude|MapDatum)|GpsLongtitude/;

/** A picture with GPS in Exif and places in XMP, written by libvips. */
export const located = (format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> =>
  sharp(mediaBytes('photo.jpg')).resize(200).keepExif().withXmp(XMP_WITH_PLACES).toFormat(format).toBuffer();

export const segment = (marker: number, ...body: (string | Uint8Array)[]): Buffer => {
  const bytes = Buffer.concat(body.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** A JPEG with further segments right behind its beginning. */
export const withSegments = (jpeg: Uint8Array, ...segments: Uint8Array[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

export const uint16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255);
export const uint32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);

/** One directory entry, big-endian. */
export const entry = (tag: number, type: number, count: number, value: number): Uint8Array =>
  Buffer.concat([uint16(tag), uint16(type), uint32(count), uint32(value)]);

/** A directory, big-endian, with the offset of the next. */
export const ifd = (next: number, ...entries: Uint8Array[]): Uint8Array =>
  Buffer.concat([uint16(entries.length), ...entries, uint32(next)]);

/** One of Photoshop's image resources. */
export const resource = (id: number, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from('8BIM'), uint16(id), uint16(0), uint32(data.length), data, new Uint8Array(data.length % 2)]);

export const dataset = (number: number, value: string): Buffer =>
  Buffer.concat([Uint8Array.of(0x1c, 2, number), uint16(value.length), Buffer.from(value, 'latin1')]);
