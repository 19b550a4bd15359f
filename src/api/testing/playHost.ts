import { inject } from 'vitest';
import type { Preset, Seen } from './badServer.js';

export interface PlayedHost {
  /** Everything under it gets the same answer. */
  readonly url: string;
  /** The last request under `url`; its address without that. */
  lastRequest(): Promise<Seen>;
}

let hosts = 0;

/** A host that gives one answer, for tests of clients. Each call is a host of its own. */
export async function playHost(body: unknown, over: Partial<Preset> = {}): Promise<PlayedHost> {
  const server = inject('badServerUrl');
  const id = `host${(hosts += 1)}-${performance.timeOrigin}`;
  const url = `${server}/play/${id}`;
  const preset: Preset = { status: 200, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body), ...over };
  await fetch(`${url}/`, { method: 'PUT', body: JSON.stringify(preset) });
  return {
    url,
    async lastRequest() {
      const seen = (await (await fetch(`${server}/seen?id=${id}`)).json()) as Seen;
      return { ...seen, url: seen.url.slice(`/play/${id}`.length) };
    },
  };
}
