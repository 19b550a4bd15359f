import { existsSync, readFileSync } from 'node:fs';

const PAGE_KIB = 4;

/** What these processes have in memory now; null where the system does not tell (only Linux does). */
export function residentMb(pids: readonly number[]): number | null {
  const paths = pids.map((pid) => `/proc/${pid}/statm`).filter((path) => existsSync(path));
  if (paths.length === 0) return null;
  const pages = paths.map((path) => Number(readFileSync(path, 'utf8').split(' ')[1]));
  return (pages.reduce((sum, each) => sum + each, 0) * PAGE_KIB) / 1024;
}
