/** Control characters, and those that turn the direction of text around: `photo_[RLO]gnp.exe` reads as `photo_exe.png`. Marks that scripts need for themselves stay. */
const MISLEADING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** No file system has longer ones; a script may. */
const MAX_CHARS = 255;

/** Halves of characters, which no address can hold. */
const HALVES = /\p{Cs}/gu;

/** A file's name as it may be shown and sent: without what misleads, and of a bounded length with its ending kept. Pure. Source: Unicode UTR 36, Bidirectional Text Spoofing. */
export function plainName(name: string): string {
  const plain = name.replace(MISLEADING, '');
  const ending = /\.[^.]{1,8}$/.exec(plain)?.[0] ?? '';
  const whole = plain.length > MAX_CHARS ? `${plain.slice(0, MAX_CHARS - ending.length)}${ending}` : plain;
  return whole.replace(HALVES, '');
}
