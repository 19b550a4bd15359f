/** Characters that steer how text is shown, and those that no file name has. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;
const MAX_NAME_CHARS = 100;

/** What to call a picture of which only the address is known: the last part of its path, else its host. Pure. */
export function nameOfUrl(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = decoded(last).replace(UNSHOWABLE, '').trim().slice(-MAX_NAME_CHARS);
  return name === '' ? hostname : name;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
