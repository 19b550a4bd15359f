import type { UploadOptions } from '../../api/contract.js';
import { randomToken } from '../../shared/randomToken.js';
import type { ItemId, UploadItem } from '../item.js';

/** What stays the same for all attempts of one item. */
export interface Ticket {
  readonly controller: AbortController;
  readonly idempotencyKey: string;
  /** Resolved when the item was first sent, frozen for its retries. */
  readonly options: UploadOptions;
  /** Whether the answer to an earlier attempt was lost after its last byte. */
  readonly wasAnswerLost: boolean;
}

type KeptFacts = Pick<Ticket, 'idempotencyKey' | 'wasAnswerLost'>;

export interface Tickets {
  /** The item's ticket; made with the options resolved now when there is none. */
  of(item: UploadItem, resolveOptions: () => UploadOptions): Ticket;
  /** What has to survive with an item, also before it is first sent. */
  kept(id: ItemId): KeptFacts;
  /** As they were when the item was kept. */
  restore(id: ItemId, facts: KeptFacts): void;
  /** Remembers for later attempts whether an answer was lost. */
  note(id: ItemId, wasAnswerLost: boolean): void;
  /** Aborts what the item is doing; its key stays for a later retry. */
  stop(id: ItemId): void;
  /** Before a person's retry: options may be resolved anew, the key stays, since the first try may be stored. */
  renew(id: ItemId): void;
  drop(id: ItemId): void;
  destroy(): void;
}

/** The AbortControllers and idempotency keys of one uploader: one of each per item. */
export function createTickets(): Tickets {
  const tickets = new Map<ItemId, Ticket>();
  const kept = new Map<ItemId, KeptFacts>();

  const stop = (id: ItemId): void => {
    const ticket = tickets.get(id);
    ticket?.controller.abort();
    if (ticket) kept.set(id, ticket);
    tickets.delete(id);
  };
  const drop = (id: ItemId): void => {
    stop(id);
    kept.delete(id);
  };

  /** A key is given once: also when it was only asked for, it is the one that goes out. */
  function factsOf(id: ItemId): KeptFacts {
    const facts = tickets.get(id) ?? kept.get(id) ?? { idempotencyKey: randomToken(), wasAnswerLost: false };
    if (!tickets.has(id)) kept.set(id, facts);
    return facts;
  }

  return {
    of(item, resolveOptions) {
      const existing = tickets.get(item.id);
      if (existing) return existing;
      const { idempotencyKey, wasAnswerLost } = factsOf(item.id);
      const ticket = { controller: new AbortController(), options: resolveOptions(), idempotencyKey, wasAnswerLost };
      tickets.set(item.id, ticket);
      return ticket;
    },
    kept(id) {
      const { idempotencyKey, wasAnswerLost } = factsOf(id);
      return { idempotencyKey, wasAnswerLost };
    },
    restore: (id, facts) => void kept.set(id, facts),
    note(id, wasAnswerLost) {
      const ticket = tickets.get(id);
      if (ticket) tickets.set(id, { ...ticket, wasAnswerLost });
    },
    stop,
    renew: stop,
    drop,
    destroy: () => [...tickets.keys(), ...kept.keys()].forEach(drop),
  };
}
