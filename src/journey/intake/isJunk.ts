/** What systems leave in folders, and nobody means. */
const JUNK = /^(\.DS_Store|\.localized|Thumbs\.db|desktop\.ini|__MACOSX|\._.*)$/i;

/** Whether a path names something, or leads through something, that a system has left there. Pure. */
export const isJunk = (path: string): boolean => path.split('/').some((part) => JUNK.test(part));
