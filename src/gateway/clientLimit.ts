import { nowMs } from '../shared/clock.js';
import { GatewayError } from './GatewayError.js';

/** How much one client may upload. Counted in this process: two copies of the gateway let twice as much pass. */
export interface ClientLimit {
  /** Uploads that may begin in any 60 seconds, 1 or more; a repeat that gets a kept answer does not count. */
  readonly uploadsPerMinute: number;
  /**
   * Names the client of a request: who is signed in, or an address. A header such as `X-Forwarded-For` is the client's own word unless a proxy of
   * yours sets it. Requests that get null count as one client.
   */
  readonly clientId: (request: Request, subject: string) => string | null;
}

const MINUTE_MS = 60_000;
/** The ones that were quiet the longest are forgotten first. */
const MOST_CLIENTS = 10_000;

/**
 * Counts one upload of a client.
 *
 * @throws GatewayError 429 with `Retry-After` when it is one too many; it is not counted then
 */
export type CountUpload = (request: Request, subject: string) => void;

/** @param now milliseconds since the epoch */
export function createClientLimit({ uploadsPerMinute, clientId }: ClientLimit, now: () => number = nowMs): CountUpload {
  const uploadsByClient = new Map<string, number[]>();
  return (request, subject) => {
    const client = clientId(request, subject) ?? '';
    const atMs = now();
    const recent = (uploadsByClient.get(client) ?? []).filter((uploadedAtMs) => uploadedAtMs > atMs - MINUTE_MS);
    const [oldestMs = atMs] = recent;
    if (recent.length >= uploadsPerMinute) throw tooMany(uploadsPerMinute, oldestMs + MINUTE_MS - atMs);
    uploadsByClient.delete(client);
    uploadsByClient.set(client, [...recent, atMs]);
    const quietest = uploadsByClient.keys().next();
    if (uploadsByClient.size > MOST_CLIENTS && !quietest.done) uploadsByClient.delete(quietest.value);
  };
}

const tooMany = (uploadsPerMinute: number, waitMs: number): GatewayError =>
  new GatewayError(429, `Too many uploads: ${uploadsPerMinute} per minute are allowed`, {
    'Retry-After': String(Math.ceil(waitMs / 1000)),
  });
