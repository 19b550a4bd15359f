import { isPrivateHost } from '../../src/gateway.js';
import { LOG_LEVELS, type LogLevel } from '../log/createLog.js';

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly apiKey: string | null;
  /** Origin of the host to forward to; null for the upload server in the same process. */
  readonly upstream: string | null;
  /** What the page asks for; null lets everybody in, which only a private address or a page of guests may. */
  readonly password: string | null;
  readonly preset: string | null;
  /** Whose uploads those of the page are: the key's, or a visitor's who has no account. */
  readonly uploadAs: 'owner' | 'guest';
  /** Null where nothing was said. */
  readonly logLevel: LogLevel | null;
  /** What `/metrics` asks for; null has no such page. */
  readonly metricsToken: string | null;
  /** How long a process that was told to stop still takes requests, while it says that it is not ready. */
  readonly drainSeconds: number;
  readonly hasFaults: boolean;
}

const openToAll = (host: string): string =>
  `HOST is ${JSON.stringify(host)}, so whoever reaches this machine could upload with your key. Set PASSWORD, or UPLOAD_AS to guest where your settings let guests upload, or HOST to 127.0.0.1 or an address of your own network.`;

/** @throws Error that quotes the variable, its value and what it may be */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const upstream = env['UPSTREAM'] ? readUpstream(env['UPSTREAM']) : null;
  const apiKey = env['API_KEY'] || null;
  if (upstream !== null && apiKey === null)
    throw new Error('UPSTREAM is set but API_KEY is not, so that host would refuse every upload. Set API_KEY to your key there.');
  const host = env['HOST'] || '127.0.0.1';
  const password = env['PASSWORD'] || null;
  const uploadAs = readUploadAs(env['UPLOAD_AS'] || (env['SETTINGS'] && upstream === null ? 'guest' : 'owner'), upstream);
  if (password === null && uploadAs === 'owner' && !isPrivateHost(host)) throw new Error(openToAll(host));
  return {
    port: readPort(env['PORT'] || '4600'),
    host,
    dataDir: env['DATA_DIR'] || 'data',
    apiKey: readSecret('API_KEY', apiKey),
    upstream,
    password,
    preset: env['SETTINGS'] || null,
    uploadAs,
    logLevel: readLogLevel(env['LOG_LEVEL'] || null),
    metricsToken: readSecret('METRICS_TOKEN', env['METRICS_TOKEN'] || null),
    drainSeconds: readSeconds(env['DRAIN_SECONDS'] || '0'),
    hasFaults: env['FAULTS'] === '1',
  };
}

function readUploadAs(text: string, upstream: string | null): 'owner' | 'guest' {
  if (text !== 'owner' && text !== 'guest')
    throw new Error(`UPLOAD_AS is ${JSON.stringify(text)}, which is nobody. Set it to owner or guest.`);
  if (text === 'guest' && upstream !== null)
    throw new Error('UPLOAD_AS is guest, but UPSTREAM decides whose uploads they are by API_KEY. Leave one of the two out.');
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Error(`PORT is ${JSON.stringify(text)}, which is no port. Set it to a number from 0 to 65535.`);
  return port;
}

function readSecret(name: string, secret: string | null): string | null {
  if (secret !== null && !/^[\x21-\x7e]{8,}$/.test(secret)) {
    throw new Error(`${name} cannot be sent in a header. Set it to 8 or more letters, digits or signs, without spaces.`);
  }
  return secret;
}

function readLogLevel(text: string | null): LogLevel | null {
  const level = LOG_LEVELS.find((each) => each === text) ?? null;
  if (text !== null && level === null)
    throw new Error(`LOG_LEVEL is ${JSON.stringify(text)}, which is no level. Set it to one of: ${LOG_LEVELS.join(', ')}.`);
  return level;
}

const MAX_DRAIN_SECONDS = 300;

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds > MAX_DRAIN_SECONDS)
    throw new Error(`DRAIN_SECONDS is ${JSON.stringify(text)}. Set it to a number of seconds from 0 to ${MAX_DRAIN_SECONDS}.`);
  return seconds;
}

function readUpstream(text: string): string {
  const wrong = new Error(
    `UPSTREAM is ${JSON.stringify(text)}, which is no host's address. Set it to one such as https://some-host, without a path.`,
  );
  if (!URL.canParse(text)) throw wrong;
  const { origin, protocol, pathname, search, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || pathname !== '/' || search !== '' || username !== '') throw wrong;
  return origin;
}
