import { readEnvironment } from './config/readEnvironment.js';
import { createLog } from './log/createLog.js';
import { linesForPerson, logStart } from './log/sayStart.js';
import { type RunningProcess, startProcess } from './startProcess.js';

/** A person reads there: addresses, and what goes wrong. */
const isTerminal = process.stdout.isTTY;
let log = createLog('warn');

// A fault in one request must not take the others with it.
process.on('uncaughtException', (err) => log.error({ err }, 'nobody caught this'));
process.on('unhandledRejection', (err) => log.error({ err }, 'nobody caught this'));

try {
  const environment = readEnvironment(process.env);
  log = createLog(environment.logLevel ?? (isTerminal ? 'warn' : 'info'));
  const running = await startProcess({ ...environment, log });
  stopOnSignals(running);
  if (isTerminal) for (const line of linesForPerson(running, environment)) console.log(line);
  else logStart(log, running, environment);
  await running.uploadServer?.warmUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** A second signal does not wait. */
function stopOnSignals(running: RunningProcess): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    running.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'it could not be stopped well');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
