import { describe, expect, it } from 'vitest';
import { parseOpenerMessage, parsePageMessage } from './messages.js';

const FILE = {
  name: 'a.png',
  code: '![a](https://img.example/a.png)',
  viewerUrl: 'https://img.example/image/a',
  directUrl: 'https://img.example/a.png',
};
const INSERT = { dropline: 'insert', version: 1, format: 'markdown', files: [FILE] };
const WELCOME = { dropline: 'welcome', version: 1, closeAfterInsert: true, format: 'html' };

const withFile = (change: object) => ({ ...INSERT, files: [{ ...FILE, ...change }] });
/** As a message arrives: a copy whose keys are all its own. */
const arrived = (json: string): unknown => structuredClone(JSON.parse(json));

describe('messages of a page', () => {
  it('are read', () => {
    expect(parsePageMessage({ dropline: 'ready', version: 1 })).toEqual({ dropline: 'ready', version: 1 });
    expect(parsePageMessage(INSERT)).toEqual(INSERT);
    expect(parsePageMessage(withFile({ directUrl: null }))).toEqual(withFile({ directUrl: null }));
  });

  it('lose what is not known', () => {
    const parsed = parsePageMessage({
      ...withFile({ deleteUrl: 'https://img.example/delete', onload: 'x' }),
      html: '<script>',
      text: 'other',
    });
    expect(parsed).toEqual(INSERT);
  });

  it('lose keys that would reach a prototype', () => {
    const parsed = parsePageMessage(
      arrived(JSON.stringify(INSERT).replace('{"name"', '{"__proto__":{"isAdmin":true},"constructor":1,"name"')),
    );
    expect(parsed).toEqual(INSERT);
    expect(Object.keys((parsed as typeof INSERT).files[0]!)).toEqual(['name', 'code', 'viewerUrl', 'directUrl']);
    expect((parsed as unknown as { files: { isAdmin?: boolean }[] }).files[0]?.isAdmin).toBeUndefined();
  });

  it.each([
    ['a version that is not ours', { ...INSERT, version: 2 }],
    ['no version', { ...INSERT, version: undefined }],
    ['another kind', { ...INSERT, dropline: 'taken' }],
    ['a kind of every object', { ...INSERT, dropline: 'toString' }],
    ['an unknown format', { ...INSERT, format: 'exe' }],
    ['a format of every object', { ...INSERT, format: 'constructor' }],
    ['no file', { ...INSERT, files: [] }],
    ['files that are no array', { ...INSERT, files: { length: 1, 0: FILE } }],
    ['too many files', { ...INSERT, files: Array.from({ length: 10_001 }, () => FILE) }],
    ['an array of an endless length', { ...INSERT, files: Object.assign([], { length: 2 ** 32 - 1 }) }],
    ['an endless code', withFile({ code: 'x'.repeat(20_001) })],
    ['an endless name', withFile({ name: 'x'.repeat(1_001) })],
    ['an empty code', withFile({ code: '' })],
    ['a code that is no text', withFile({ code: ['x'] })],
    ['an address that runs', withFile({ viewerUrl: 'javascript:alert(1)' })],
    ['a direct address that runs', withFile({ directUrl: ' javascript:alert(1)' })],
    ['an address of data', withFile({ directUrl: 'data:text/html,x' })],
    ['an address with a user', withFile({ viewerUrl: 'https://img.example@evil.example/' })],
    ['an endless address', withFile({ viewerUrl: `https://img.example/${'x'.repeat(5_000)}` })],
    ['no viewer', withFile({ viewerUrl: null })],
    ['text', JSON.stringify(INSERT)],
    ['nothing', null],
    ['an array', [INSERT]],
    ['a map', new Map(Object.entries(INSERT))],
  ])('are none with %s', (_, data) => {
    expect(parsePageMessage(data)).toBeNull();
  });
});

describe('messages of an opener', () => {
  it('are read', () => {
    expect(parseOpenerMessage({ ...WELCOME, extra: 1 })).toEqual(WELCOME);
    expect(parseOpenerMessage({ ...WELCOME, format: undefined })).toMatchObject({ closeAfterInsert: true });
    expect(parseOpenerMessage({ dropline: 'taken', version: 1 })).toMatchObject({ dropline: 'taken' });
  });

  it.each([
    ['a version that is not ours', { ...WELCOME, version: '1' }],
    ['no wish', { dropline: 'welcome', version: 1 }],
    ['a wish that is no boolean', { ...WELCOME, closeAfterInsert: 'yes' }],
    ['an unknown format', { ...WELCOME, format: '__proto__' }],
    ["a page's message", INSERT],
    ['a number', 1],
    ['nothing', undefined],
  ])('are none with %s', (_, data) => {
    expect(parseOpenerMessage(data)).toBeNull();
  });
});
