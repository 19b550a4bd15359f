import { type DestinationStream, type Logger, pino } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the parts of the server may say: facts first, then what happened. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** One JSON object a line. What is given as `err` is told with its stack, and with nothing else that hangs on it. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFacts },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** For tests, and for whoever wants no log. */
export const silentLog: Log = createLog('silent');

const MAX_CAUSES = 5;

/** Errors carry what they failed at, such as an address with its query: only what is known to be harmless is told. */
function errorFacts(thrown: unknown, depth = 0): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: `Something that is no error was thrown: ${typeof thrown}` };
  const { name, message, stack, cause } = thrown;
  return {
    type: name,
    message,
    ...('code' in thrown && { code: thrown.code }),
    stack,
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: errorFacts(cause, depth + 1) }),
  };
}
