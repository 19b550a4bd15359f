import { describe, expect, it } from 'vitest';
import { audit, type Entry, type Fate, type Found } from './books.js';
import { growth } from './flatness.js';

const entry = (name: string, fate: Fate): [string, Entry] => [
  name,
  { name, bytes: Buffer.alloc(0), idempotencyKey: null, fate, url: null, deleteUrl: null, isRead: false },
];
const PATH = '2026/11/28/a.png';
const image = (name = 'a') => ({ name, path: PATH });
const nothing: Found = { images: [], files: [], loose: [], onDisk: new Map(), temporary: [] };
const one: Found = { ...nothing, images: [image()], files: [{ path: PATH, size: 5 }], onDisk: new Map([[PATH, 5]]) };

describe('the books of the soak', () => {
  it.each([
    ['stored', one],
    ['unknown', one],
    ['unknown', nothing],
    ['not stored', nothing],
    ['deleted', nothing],
  ] as const)('are right where what is %s is so', (fate, found) => {
    expect(audit(new Map([entry('a', fate)]), found)).toEqual([]);
  });

  it.each([
    ['stored', nothing, 'a was answered, and is there 0 times'],
    ['stored', { ...one, images: [image(), image()] }, 'a was answered, and is there 2 times'],
    ['unknown', { ...one, images: [image(), image()] }, 'a was sent once, and is there 2 times'],
    ['not stored', one, 'a was refused or not sent as a whole, and is visible'],
    ['deleted', one, 'a was deleted, and is visible'],
    ['open', nothing, 'a is still under way'],
    ['stored', { ...one, images: [image(), image('b')] }, 'b is visible, and nobody sent it'],
    ['stored', { ...one, onDisk: new Map([[PATH, 4]]) }, `${PATH} has 4 bytes on the disk, and 5 in the database`],
    ['stored', { ...one, onDisk: new Map() }, `${PATH} has no bytes on the disk, and 5 in the database`],
    ['stored', { ...one, onDisk: new Map([...one.onDisk, ['x.png', 1]]) }, 'x.png lies on the disk, and the database does not name it'],
    ['stored', { ...one, loose: ['x.png'] }, 'x.png is on its way in or out, although nothing is under way'],
    ['stored', { ...one, temporary: ['x'] }, 'x is left in tmp'],
  ] as const)('are wrong where what is %s is not: %#', (fate, found, problem) => {
    expect(audit(new Map([entry('a', fate)]), found)).toEqual([problem]);
  });
});

describe('a process', () => {
  const taken = { residentBytes: 200_000_000, handles: 30, children: 2, childrenBytes: 1 };

  it('is flat within the tolerances, however large its children are', () => {
    expect(growth(taken, { residentBytes: 285_000_000, handles: 34, children: 2, childrenBytes: 900_000_000 })).toEqual([]);
  });

  it('has grown beyond them', () => {
    expect(growth(taken, { ...taken, residentBytes: 290_000_000 })).toEqual(['memory has grown from 200 MB to 290 MB']);
    expect(growth(taken, { ...taken, handles: 35 })).toEqual(['open files have grown from 30 to 35']);
    expect(growth(taken, { ...taken, children: 3 })).toEqual(['processes have grown from 2 to 3']);
  });
});
