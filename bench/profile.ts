import { basename } from 'node:path';
import type { OpenSubject } from './openSubject.js';

const TOP = 30;

/** Runs `work` under the CPU profiler and prints the functions in which most time went, by themselves. */
export async function profiled<T>({ cdp }: OpenSubject, work: () => Promise<T>): Promise<T> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  const result = await work();
  const { profile } = await cdp.send('Profiler.stop');
  const nameOf = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${basename(url)}:${lineNumber + 1}`,
    ]),
  );
  const selfMs = new Map<string, number>();
  profile.samples?.forEach((id, at) => {
    const name = nameOf.get(id) ?? '?';
    selfMs.set(name, (selfMs.get(name) ?? 0) + (profile.timeDeltas?.[at] ?? 0) / 1000);
  });
  const top = [...selfMs].toSorted(([, a], [, b]) => b - a).slice(0, TOP);
  for (const [name, ms] of top) console.log(`${ms.toFixed(1).padStart(9)} ms  ${name}`);
  return result;
}
