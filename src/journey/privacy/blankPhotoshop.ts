import { blankIptc } from './blankIptc.js';
import { blankTiff } from './blankTiff.js';
import { blankXmp } from './blankXmp.js';
import { latin1Of } from './byteReader.js';

/** By number of the resource. Source: Adobe Photoshop file formats specification. */
const BLANK: Readonly<Record<number, (bytes: Uint8Array) => boolean>> = { 0x0404: blankIptc, 0x0422: blankTiff, 0x0424: blankXmp };

/** Takes the places out of Photoshop's image resources, in place. Returns whether there was one. */
export function blankPhotoshop(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let isChanged = false;
  for (let at = 0; at + 12 <= bytes.length && /^(8BIM|PHUT|AgHg|DCSR|MeSa)$/.test(latin1Of(bytes.subarray(at, at + 4)));) {
    const nameBytes = evenBytes(1 + (bytes[at + 6] ?? 0)); // with the byte that tells its length
    const from = at + 6 + nameBytes + 4;
    if (from > bytes.length) break;
    const to = from + view.getUint32(from - 4);
    if (BLANK[view.getUint16(at + 4)]?.(bytes.subarray(from, to))) isChanged = true;
    at = from + evenBytes(to - from);
  }
  return isChanged;
}

const evenBytes = (count: number): number => count + (count % 2);
