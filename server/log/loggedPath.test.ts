import { describe, expect, it } from 'vitest';
import { loggedPath } from './loggedPath.js';

const TOKEN = '0123456789abcdef'.repeat(3);

describe('a path in the log', () => {
  it.each([
    ['/', '/'],
    ['/api/1/upload', '/api/1/upload'],
    ['/api/1/upload/?key=secret&format=txt', '/api/1/upload/'],
    ['/api/1/upload%3Fkey=secret', '/api/1/upload'],
    ['/api/1/upload#key=secret', '/api/1/upload'],
    ['http://user:secret@host/api/1/upload?key=secret', '/api/1/upload'],
    ['/images/2026/11/28/a%20b.png', '/images/2026/11/28/a b.png'],
    ['/image/Ab3', '/image/Ab3'],
    ['/image/Ab3/delete/secret', '/image/Ab3/…'],
    ['/video/Ab3/%64elete/secret', '/video/Ab3/…'],
    ['//image/Ab3//delete/secret', '//image/Ab3/…'],
    [`/somewhere/${TOKEN}/else`, '/somewhere/…/else'],
    [`/chv_${TOKEN.toUpperCase()}`, '/chv_…'],
    ['/%', '/%'],
    ['*', '*'],
  ])('of %j is %j', (url, path) => {
    expect(loggedPath(url)).toBe(path);
  });

  it('is cut where it is long', () => {
    expect(loggedPath(`/${'x'.repeat(5_000)}`)).toHaveLength(200);
  });

  it('holds no query where one part of it cannot be decoded', () => {
    expect(loggedPath('/a%zz%3fkey=secret')).toBe('/a%zz');
    expect(loggedPath('/image/Ab3/delete/secret%zz')).toBe('/image/Ab3/…');
  });
});
