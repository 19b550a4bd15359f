import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { audit, type Entry } from './books.js';
import { get } from './get.js';
import { readFolder } from './readFolder.js';

/** What was cancelled is put away a moment after its client has left. */
const SETTLES_WITHIN_MS = 10_000;

/** Every way in which the books and the server disagree when nothing is under way. @param all reads every stored file, and not only those that are new */
export async function lookAround(dataDir: string, entries: ReadonlyMap<string, Entry>, url: string, all = false): Promise<string[]> {
  let problems = audit(entries, await readFolder(dataDir));
  for (let waitedMs = 0; problems.length > 0 && waitedMs < SETTLES_WITHIN_MS; waitedMs += 100) {
    await wait(100);
    problems = audit(entries, await readFolder(dataDir));
  }
  return [...problems, ...(await wrongBytes(dataDir, entries, url, all))];
}

/** Reads what was answered by its own address, and what is there although its answer was lost by where it must lie. */
async function wrongBytes(dataDir: string, entries: ReadonlyMap<string, Entry>, url: string, all: boolean): Promise<string[]> {
  const problems: string[] = [];
  const agent = new Agent({ keepAlive: true });
  for (const { name, path } of (await readFolder(dataDir)).images) {
    const entry = entries.get(name);
    if (!entry || (entry.isRead && !all)) continue;
    entry.isRead = true;
    const answer = await get(entry.url ?? `${url}/images/${path}`, agent);
    if (answer?.status !== 200) problems.push(`${name} is stored, and reading it is answered ${answer?.status ?? 'not at all'}`);
    else if (!answer.body.equals(entry.bytes)) problems.push(`${name} is not what was sent`);
  }
  agent.destroy();
  return problems;
}
