import { describe, expect, it } from 'vitest';
import { httpUrl } from './httpUrl.js';

describe('httpUrl', () => {
  it.each(['https://host.example/a.png', 'http://127.0.0.1:4000/a?b=c#d'])('takes %s', (url) => {
    expect(httpUrl(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'blob:https://host.example/1',
    '/relative',
    '//host.example/a',
    'https://',
    'https://user:secret@host.example/',
    `https://host.example/${'a'.repeat(5_000)}`,
    '',
    null,
    7,
    {},
  ])('drops %s', (value) => {
    expect(httpUrl(value)).toBeNull();
  });

  it('leaves no quote and no angle bracket in an address', () => {
    expect(httpUrl('https://host.example/"><img src=x onerror=alert(1)>')).not.toMatch(/["<> ]/);
  });

  it('resolves a relative address where it is told to what, and still drops other schemes', () => {
    expect(httpUrl('/album/L3q', 'https://host.example/json')).toBe('https://host.example/album/L3q');
    expect(httpUrl('javascript:alert(1)', 'https://host.example/')).toBeNull();
  });
});
