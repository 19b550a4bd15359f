import { join } from 'node:path';
import { ADMINISTRATOR } from '../accounts/ensureAdministrator.js';
import type { Environment } from '../config/readEnvironment.js';
import type { RunningProcess } from '../startProcess.js';
import type { Log } from './createLog.js';

type Started = Pick<RunningProcess, 'url' | 'apiKey' | 'configProblems'> & {
  readonly uploadServer: Pick<NonNullable<RunningProcess['uploadServer']>, 'hasVideoTools'> | null;
};

/** For a person at a terminal: where to go, and with which key. */
export function linesForPerson({ url, apiKey, uploadServer, configProblems }: Started, environment: Environment): string[] {
  const { dataDir, upstream, uploadAs } = environment;
  const problems = configProblems.map((problem) => `dropline.config.json is not valid, so the page is no popup: ${problem}`);
  if (!uploadServer) return [`Page:     ${url}/`, ...problems, `Uploads:  forwarded to ${upstream}`];
  return [
    `Page:     ${url}/`,
    ...problems,
    `API:      ${url}/api/1/upload`,
    `API key:  ${apiKey}`,
    ...(uploadAs === 'guest' ? ["Uploads:  what the page sends is a guest's"] : []),
    `Sign in:  ${url}/login as ${ADMINISTRATOR}, password in ${join(dataDir, 'admin-password')}`,
    ...(uploadServer.hasVideoTools ? [] : ['Videos are refused, since ffmpeg and ffprobe were not found.']),
  ];
}

/** For a log that is kept: the same without the key, which lies in the data folder unless it was given, as the password does. */
export function logStart(log: Log, { url, uploadServer, configProblems }: Started, environment: Environment): void {
  const { dataDir, upstream, uploadAs, apiKey } = environment;
  const keyFile = uploadServer && apiKey === null ? join(dataDir, 'api-key') : undefined;
  const signIn = uploadServer ? { signIn: `${url}/login`, account: ADMINISTRATOR, passwordFile: join(dataDir, 'admin-password') } : {};
  log.info({ page: `${url}/`, ...signIn, dataDir, upstream, uploadAs, keyFile, pid: process.pid, node: process.version }, 'started');
  for (const problem of configProblems) log.warn({ problem }, 'dropline.config.json is not valid, so the page is no popup');
  if (uploadServer && !uploadServer.hasVideoTools) log.warn({}, 'videos are refused, since ffmpeg and ffprobe were not found');
}
