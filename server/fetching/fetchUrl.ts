import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { Agent, fetch, type Response } from 'undici';
import { ApiError, isApiError } from '../apiError.js';
import { receive, type SentFile } from '../http/readForm.js';
import { createSlots } from '../upload/createLocks.js';
import { createCheckedLookup, isIn, isPublicAddress, NonPublicAddressError } from './publicAddress.js';

export interface FetchUrlOptions {
  readonly temporaryFolder: string;
  readonly maxFileBytes: number;
  /** Networks that may be reached although they are not public, in CIDR notation. */
  readonly networks: readonly string[];
  /** For all of it: names, redirects and bytes, in milliseconds. */
  readonly patienceMs?: number;
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 30_000;
const MAX_REDIRECTS = 5;
const MAX_URL_CHARS = 2_000;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Of this process. Each may take as long as our patience is. */
const slots = createSlots(8);

const notFetched = (reason: string, cause?: unknown): ApiError => new ApiError(130, `Unable to fetch the address: ${reason}`, { cause });
const nonPublic = (): ApiError => new ApiError(400, 'Unsupported non-public IP address for upload');

/**
 * Fetches what lies at an address of the web into the temporary folder. Whoever asked removes the file; when this throws there is none.
 *
 * Only `http:` and `https:`, only to public addresses (in any notation, behind any name, after every redirect), without cookies, credentials or a referrer.
 *
 * @throws {ApiError} 400 for an address that must not be reached and for too many bytes, 130 for everything else that brings no file
 */
export function fetchUrl(text: string, options: FetchUrlOptions): Promise<SentFile> {
  return slots(() => fetchNow(text, options));
}

async function fetchNow(text: string, options: FetchUrlOptions): Promise<SentFile> {
  const isAllowed = (address: string): boolean => isPublicAddress(address) || isIn(options.networks, address);
  const patience = AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS);
  const signal = AbortSignal.any([patience, options.signal]);
  const agent = new Agent({ connect: { lookup: createCheckedLookup(isAllowed) }, connections: 1, pipelining: 0, keepAliveTimeout: 1 });
  try {
    const { response, url } = await follow(readUrl(text, isAllowed), isAllowed, agent, signal);
    return await keep(response, url, options, signal);
  } catch (thrown) {
    options.signal.throwIfAborted();
    if (isApiError(thrown)) throw thrown;
    if (patience.aborted) throw notFetched('it did not answer in time', thrown);
    throw isNonPublic(thrown) ? nonPublic() : notFetched('it cannot be reached', thrown);
  } finally {
    await agent.destroy();
  }
}

/** A number in any notation has become four decimal ones here: that is how the web reads addresses. */
function readUrl(text: string, isAllowed: (address: string) => boolean): URL {
  if (text.length > MAX_URL_CHARS || !URL.canParse(text)) throw notFetched('it is none');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notFetched('only http and https are spoken');
  if (url.username !== '' || url.password !== '') throw notFetched('it holds a user name or a password');
  // A number is connected to without any name being looked up.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isAllowed(host)) throw nonPublic();
  url.hash = '';
  return url;
}

async function follow(
  first: URL,
  isAllowed: (address: string) => boolean,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly url: URL }> {
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await fetch(url, {
      dispatcher,
      signal,
      redirect: 'manual',
      headers: { Accept: 'image/*, video/*', 'User-Agent': 'Dropline' },
    });
    const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null;
    if (location === null) return { response, url };
    await response.body?.cancel();
    if (!URL.canParse(location, url)) throw notFetched('it leads nowhere');
    url = readUrl(new URL(location, url).href, isAllowed);
  }
  throw notFetched('it leads on and on');
}

async function keep(response: Response, url: URL, options: FetchUrlOptions, signal: AbortSignal): Promise<SentFile> {
  if (!response.ok || !response.body) throw notFetched(`it answered ${response.status}`);
  const mimeType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const expectedBytes = Number(response.headers.get('content-length')) || 0;
  return receive(Readable.fromWeb(response.body), { name: nameOf(url), mimeType, expectedBytes }, options, signal);
}

/** The last part of its path, as people would read it. */
function nameOf({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function isNonPublic(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof NonPublicAddressError) return true;
    if (error instanceof AggregateError && error.errors.some(isNonPublic)) return true;
  }
  return false;
}
