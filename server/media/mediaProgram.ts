/** A process that looks at files of strangers: what one of them does to it, it does not do to the server. Started by `startMediaProcess.ts`, one job at a time. */
import { isApiError } from '../apiError.js';
import type { MediaAnswer, MediaJob } from './MediaJob.js';
import { prepareMedia } from './prepareMedia.js';
import { sniffFormat } from './sniffFormat.js';

const run = (job: MediaJob): Promise<unknown> =>
  job.kind === 'sniff' ? sniffFormat(job.path, job.declaredMime) : prepareMedia(job.received, job.tools);

async function answerTo(job: MediaJob): Promise<MediaAnswer> {
  const answer = await run(job).then((result) => ({ kind: 'done', result }) as const, refusalOf);
  return { ...answer, residentBytes: process.memoryUsage.rss() };
}

function refusalOf(thrown: unknown) {
  if (isApiError(thrown)) return { kind: 'refused', code: thrown.code, message: thrown.message } as const;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  return { kind: 'failed', reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown), code } as const;
}

process.on('message', (job: MediaJob) => void answerTo(job).then((answer) => process.connected && process.send?.(answer)));
// The server is gone, maybe by a crash: whatever runs here, and the tools it has started, have nobody left to work for.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
// The server may be gone before it hears of it: then this ends by itself.
process.send?.('ready', () => undefined);
