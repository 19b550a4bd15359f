/** Fields are held in memory, and base64 can stand in one: there is room for so much of them at a time, of all requests together. */
export interface FieldMemory {
  /** For one request. */
  open(): HeldFields;
}

export interface HeldFields {
  /** Holds that much in all; false when there is no room for it, or after the release. */
  grow(toBytes: number): boolean;
  /** When the request was answered. */
  release(): void;
}

/** What is thrown where there is no room; a client can send it again in a while. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

export function createFieldMemory(maxBytes: number): FieldMemory {
  let heldBytes = 0;
  return {
    open() {
      let ownBytes = 0;
      let isReleased = false;
      return {
        grow(toBytes) {
          const more = Math.max(0, toBytes - ownBytes);
          // A refused body still comes in, and is dropped: it must not hold anything again.
          if (isReleased || heldBytes + more > maxBytes) return false;
          heldBytes += more;
          ownBytes += more;
          return true;
        },
        release() {
          heldBytes -= ownBytes;
          ownBytes = 0;
          isReleased = true;
        },
      };
    },
  };
}
