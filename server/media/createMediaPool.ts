import { ApiError } from '../apiError.js';
import { MEDIA_FORMAT_FACTS } from '../../src/shared/mediaFormat.js';
import { createSlots } from '../upload/createLocks.js';
import type { MediaAnswer, MediaJob, MediaResults } from './MediaJob.js';
import { corrupt, corruptVideo, unreadable } from './refusals.js';
import { type MediaProcess, MediaProcessError, startMediaProcess } from './startMediaProcess.js';

/** One that has grown this large is not given another job. */
const WORN_OUT_BYTES = 400_000_000;

export interface MediaPool {
  /**
   * Has a file looked at in another process; waits until one is free.
   *
   * @throws {ApiError} in the words of the API, also when it takes too long or too much memory
   */
  run<Kind extends MediaJob['kind']>(job: MediaJob & { kind: Kind }, watch?: MediaWatch): Promise<MediaResults[Kind]>;
  /** Starts one beforehand, so that the first upload does not wait for it. */
  warmUp(): Promise<void>;
  /** Ends all of them; what runs and what waits is refused. */
  close(): Promise<void>;
}

/** Told of one job. */
export interface MediaWatch {
  /** Its turn has come. */
  begin(): void;
  /** Whoever looked at it did not survive it. */
  fail(cause: MediaProcessError): void;
}

export interface MediaLimits {
  /** Jobs at a time: decoding takes memory and cores. */
  readonly processes: number;
  /** For one file. */
  readonly jobMs: number;
  /** For one process, and for each tool that it starts. */
  readonly dataBytes: number;
}

/** Processes are started when they are needed, and have one file after the other. */
export function createMediaPool({ processes, jobMs, dataBytes }: MediaLimits): MediaPool {
  const slots = createSlots(processes);
  const idle: MediaProcess[] = [];
  const all = new Set<MediaProcess>();
  let isClosed = false;
  const take = async (): Promise<MediaProcess> => {
    for (let found = idle.pop(); found; found = idle.pop()) if (found.isAlive) return found;
    const started = await startMediaProcess(dataBytes);
    all.add(started);
    // Closed while it was starting.
    if (isClosed) await started.end();
    return started;
  };
  const giveBack = (used: MediaProcess, residentBytes: number): void => {
    if (used.isAlive && residentBytes < WORN_OUT_BYTES) return void idle.push(used);
    all.delete(used);
    void used.end();
  };
  const runIn = async (job: MediaJob): Promise<MediaAnswer> => {
    if (isClosed) throw closed();
    const chosen = await take();
    const answer = await chosen.run(job, jobMs).catch((thrown: unknown) => {
      all.delete(chosen);
      throw thrown;
    });
    giveBack(chosen, answer.residentBytes);
    return answer;
  };
  return {
    async run(job, watch) {
      const inTurn = (): Promise<MediaAnswer> => {
        watch?.begin();
        return runIn(job);
      };
      const answer = await slots(inTurn).catch((thrown: unknown) => {
        if (isClosed) throw closed();
        if (!(thrown instanceof MediaProcessError)) throw thrown;
        watch?.fail(thrown);
        throw tooMuch(job, thrown);
      });
      return resultOf(answer) as MediaResults[typeof job.kind];
    },
    warmUp: () => slots(async () => giveBack(await take(), 0)),
    async close() {
      isClosed = true;
      await Promise.all([...all].map((each) => each.end()));
    },
  };
}

const closed = (): Error => new Error('The server is closing.');

/** What a file does to who looks at it says that it is none that we can show. */
function tooMuch(job: MediaJob, cause: MediaProcessError): ApiError {
  if (job.kind === 'sniff') return unreadable(cause);
  return MEDIA_FORMAT_FACTS[job.received.format].kind === 'video' ? corruptVideo(cause) : corrupt(cause);
}

/** @throws {ApiError} for a refusal; an Error for a fault, with its system code */
function resultOf(answer: MediaAnswer): unknown {
  if (answer.kind === 'done') return answer.result;
  if (answer.kind === 'refused') throw new ApiError(answer.code, answer.message);
  throw Object.assign(new Error(answer.reason), answer.code !== null && { code: answer.code });
}
