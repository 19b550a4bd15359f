/** Bytes to stand in place of a part of a file. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  /** Empty to leave the part out. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file with patches put in; all else stays on the disk. Of patches that overlap, the first one counts. */
export function patchBlob(file: Blob, patches: readonly Patch[]): Blob {
  const parts: BlobPart[] = [];
  let at = 0;
  for (const { from, to, bytes } of patches.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(file.slice(at, from), bytes);
    at = to;
  }
  return patches.length === 0 ? file : new Blob([...parts, file.slice(at)], { type: file.type });
}
