/** 32 random hex digits. Works on plain HTTP too, where `crypto.randomUUID` is missing. */
export const randomToken = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(16).padStart(8, '0')).join('');
