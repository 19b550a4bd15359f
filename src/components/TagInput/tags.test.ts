import { describe, expect, it } from 'vitest';
import { takeTags, uniqueTags } from './tags.js';

describe('takeTags', () => {
  it('leaves what follows the last comma to be typed on', () => {
    expect(takeTags(['sea'], 'lake, pine t', false)).toEqual({ tags: ['sea', 'lake'], rest: ' pine t', isTooLong: false });
  });

  it('takes all of a finished text', () => {
    expect(takeTags([], 'lake, pine tree', true)).toEqual({ tags: ['lake', 'pine tree'], rest: '', isTooLong: false });
  });

  it.each(['湖，山', '湖、山', '湖\n山', '湖\r\n山', '湖، 山', '湖; 山', '湖；山', '湖؛ 山'])('parts %j', (text) => {
    expect(takeTags([], text, true).tags).toEqual(['湖', '山']);
  });

  it('takes out what hosts do not take in a tag', () => {
    expect(takeTags([], '#summer,  2026/07 ,#', true).tags).toEqual(['summer', '2026 07']);
  });

  it('takes each once, whatever its capitals', () => {
    expect(takeTags(['Lake'], 'lake,LAKE,sea', true).tags).toEqual(['Lake', 'sea']);
  });

  it('gives back one that is too long, counted in code points', () => {
    const fits = '🌊'.repeat(32);
    expect(takeTags([], `${fits},${fits}🌊,sea`, true)).toEqual({ tags: [fits, 'sea'], rest: `${fits}🌊`, isTooLong: true });
  });
});

describe('uniqueTags', () => {
  it('keeps the first of two that differ in capitals', () => {
    expect(uniqueTags(['Sea', 'lake', 'sea'])).toEqual(['Sea', 'lake']);
  });
});
