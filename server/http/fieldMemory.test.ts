import { describe, expect, it } from 'vitest';
import { createFieldMemory } from './fieldMemory.js';

describe('the memory of large fields', () => {
  it('is that of all requests together', () => {
    const memory = createFieldMemory(100);
    const [one, other] = [memory.open(), memory.open()];
    expect([one.grow(60), other.grow(50), other.grow(40), one.grow(61)]).toEqual([true, false, true, false]);
  });

  it('is free again when a request was answered, also of one that goes on coming', () => {
    const memory = createFieldMemory(100);
    const refused = memory.open();
    expect([refused.grow(80), refused.grow(120)]).toEqual([true, false]);
    refused.release();
    expect(refused.grow(90)).toBe(false);
    expect(memory.open().grow(100)).toBe(true);
  });
});
