import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from './books.js';
import { get } from './get.js';
import { type Outcome, type SendOptions, sendUpload } from './sendUpload.js';

/** While the server does not run, before somebody tries again. */
const NOBODY_MS = 100;

/** Each of these ends with the entry's fate known, as far as a client can know it. Never rejects. */
export interface Clients {
  send(entry: Entry, how?: Partial<SendOptions>): Promise<void>;
  remove(entry: Entry): Promise<void>;
  /** Closes the connections that are kept. */
  hangUp(): void;
}

export function createClients(url: string, apiKey: string, chance: () => number): Clients {
  let agent = new Agent({ keepAlive: true });
  return {
    async send(entry, how = {}) {
      const throughGateway = how.throughGateway ?? chance() < 0.2;
      const pieces = chance() < 0.3 ? 5 : 1;
      const outcome = await sendUpload(entry, { url, apiKey, agent, throughGateway, pieces, fraction: 1, leaves: false, ...how });
      note(entry, outcome);
      if (outcome.kind === 'not sent') await wait(NOBODY_MS);
    },
    async remove(entry) {
      if (entry.deleteUrl === null) return;
      entry.fate = 'open';
      const answer = await get(entry.deleteUrl, agent);
      entry.fate = answer?.status === 301 ? 'deleted' : answer?.status === 0 ? 'stored' : 'unknown';
      if (answer?.status === 0) await wait(NOBODY_MS);
    },
    hangUp() {
      agent.destroy();
      agent = new Agent({ keepAlive: true });
    },
  };
}

/** A gateway that lost its upload server answers with 502: that is no answer of whoever stores. One that is not sent again is as it was. */
function note(entry: Entry, outcome: Outcome): void {
  if (outcome.kind === 'lost') entry.fate = 'unknown';
  else if (outcome.kind === 'not sent') entry.fate = entry.fate === 'open' ? 'not stored' : entry.fate;
  else if (outcome.image === null) entry.fate = outcome.status === 502 ? 'unknown' : 'not stored';
  else Object.assign(entry, { fate: 'stored', url: outcome.image.url, deleteUrl: outcome.image.delete_url ?? null });
}
