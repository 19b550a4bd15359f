import { getEventListeners } from 'node:events';

/** A window as a script of another one holds it. */
export class FakeHandle {
  closed = false;
  readonly received: { readonly data: unknown; readonly targetOrigin: string }[] = [];

  postMessage(data: unknown, targetOrigin: string): void {
    this.received.push({ data: structuredClone(data), targetOrigin });
  }

  close(): void {
    this.closed = true;
  }
}

/** A window as its own script has it. */
export class FakeWindow extends EventTarget {
  readonly opened: string[][] = [];

  /** @param other what `open` gives, or who opened it */
  constructor(readonly other: FakeHandle | null) {
    super();
  }

  get opener(): FakeHandle | null {
    return this.other;
  }

  open(...args: string[]): FakeHandle | null {
    this.opened.push(args);
    return this.other;
  }

  /** A message arrives. */
  hear(data: unknown, source: unknown, origin: string): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(data), source, origin }));
  }

  get listenerCount(): number {
    return getEventListeners(this, 'message').length;
  }
}
