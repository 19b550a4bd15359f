import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

/** An id for an address: letters and digits that cannot be mistaken for each other, and too many to be guessed one after the other. */
export function randomCode(length = 8): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) if (byte < 236 && code.length < length) code += ALPHABET[byte % ALPHABET.length] ?? '';
  }
  return code;
}

export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');

export const randomApiKey = (): string => `chv_${randomHex(32)}`;

/** By which its owner knows a key that is not shown again. */
export const endingOf = (key: string): string => key.slice(-4);

/** Compares two secrets without telling by the time it takes how much of them is alike. */
export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** What is kept of a secret that only has to be recognized. */
export const secretHash = (secret: string): string => digest(secret).toString('hex');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
