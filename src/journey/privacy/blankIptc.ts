/** Content location code and name, city, sublocation, province, country code and name. Source: IPTC-NAA Information Interchange Model 4.2, record 2. */
const PLACES: ReadonlySet<number | undefined> = new Set([26, 27, 90, 92, 95, 100, 101]);

/** Overwrites the places of an IPTC record with spaces, in place. Returns whether there was one. */
export function blankIptc(bytes: Uint8Array): boolean {
  let isChanged = false;
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c;) {
    const { from, to } = valueAt(bytes, at + 3);
    const value = bytes.subarray(from, to);
    if (bytes[at + 1] === 2 && PLACES.has(bytes[at + 2]) && value.some((byte) => byte !== 0x20)) {
      value.fill(0x20);
      isChanged = true;
    }
    at = to;
  }
  return isChanged;
}

/** The length has two bytes; with its highest bit set it says how many bytes the length behind it has. */
function valueAt(bytes: Uint8Array, at: number): { from: number; to: number } {
  const number = (from: number, to: number): number => bytes.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);
  const short = number(at, at + 2);
  if (short < 0x8000) return { from: at + 2, to: at + 2 + short };
  const from = at + 2 + Math.min(4, short - 0x8000);
  return { from, to: from + number(at + 2, from) };
}
