import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseNameOf, safeName, titleOf } from './fileName.js';

describe('safeName', () => {
  it('keeps what is safe in an address and on any file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(safeName(name)).toMatch(/^[\w-]{0,101}$/);
      }),
    );
  });

  it.each([
    ['photo-norot.jpg', 'photo-norot'],
    ['ünï cødé & x.png', 'uni-code--x'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\pictures\\me.png', 'me'],
    ['archive.tar.gz', 'archivetar'],
    ['.hidden', 'hidden'],
    ['con.png', 'con-'],
    ['日本.png', ''],
  ])('makes of %j %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
});

describe('a title out of a file name', () => {
  it.each([
    ['photo-norot.jpg', 'photo norot'],
    ['my_long--name.png', 'my long name'],
    ['日本.png', '日本'],
    ['noext', 'noext'],
  ])('is of %j %j', (name, title) => {
    expect(titleOf(name)).toBe(title);
  });

  it('begins as the name did', () => {
    expect(baseNameOf('a/b\\ünï cødé.png')).toBe('ünï cødé');
  });
});
