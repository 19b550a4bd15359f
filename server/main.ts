import { join } from 'node:path';
import { ADMINISTRATOR } from './accounts/ensureAdministrator.js';
import { readEnvironment, type Environment } from './config/readEnvironment.js';
import { type RunningProcess, startProcess } from './startProcess.js';

// A fault in one request must not take the others with it.
process.on('uncaughtException', (error) => console.error(error));
process.on('unhandledRejection', (reason) => console.error(reason));

try {
  const environment = readEnvironment(process.env);
  const running = await startProcess(environment);
  stopOnSignals(running);
  report(running, environment);
  await running.uploadServer?.warmUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function report({ url, apiKey, uploadServer, configProblems }: RunningProcess, { dataDir, upstream, uploadAs }: Environment): void {
  console.log(`Page:     ${url}/`);
  for (const problem of configProblems) console.warn(`dropline.config.json is not valid, so the page is no popup: ${problem}`);
  if (!uploadServer) {
    console.log(`Uploads:  forwarded to ${upstream}`);
    return;
  }
  console.log(`API:      ${url}/api/1/upload`);
  console.log(`API key:  ${apiKey}`);
  if (uploadAs === 'guest') console.log("Uploads:  what the page sends is a guest's");
  console.log(`Sign in:  ${url}/login as ${ADMINISTRATOR}, password in ${join(dataDir, 'admin-password')}`);
  if (!uploadServer.hasVideoTools) console.log('Videos are refused, since ffmpeg and ffprobe were not found.');
}

/** A second signal does not wait. */
function stopOnSignals(running: RunningProcess): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
