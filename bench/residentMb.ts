import { existsSync, readFileSync } from 'node:fs';

const PAGE_KIB = 4;
const LOOK_EVERY_MS = 20;

/** What these processes have in memory now; null where the system does not tell (only Linux does). */
export function residentMb(pids: readonly number[]): number | null {
  const paths = pids.map((pid) => `/proc/${pid}/statm`).filter((path) => existsSync(path));
  if (paths.length === 0) return null;
  const pages = paths.map((path) => Number(readFileSync(path, 'utf8').split(' ')[1]));
  return (pages.reduce((sum, each) => sum + each, 0) * PAGE_KIB) / 1024;
}

/** Runs `work`, and tells by how much these processes grew at their peak meanwhile; null where the system does not tell. */
export async function growthMb(pids: readonly number[], work: () => Promise<void>): Promise<number | null> {
  const beforeMb = residentMb(pids);
  let peakMb = beforeMb ?? 0;
  const timer = setInterval(() => (peakMb = Math.max(peakMb, residentMb(pids) ?? 0)), LOOK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return beforeMb === null ? null : peakMb - beforeMb;
}
