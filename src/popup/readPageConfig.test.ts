import { describe, expect, it } from 'vitest';
import { readPageConfig } from './readPageConfig.js';

const reading = (origins: unknown) => readPageConfig(JSON.stringify({ popup: { allowedOrigins: origins } }));

describe('readPageConfig', () => {
  it('takes https origins, and http on this machine', () => {
    const origins = [
      'https://editor.example',
      'https://editor.example:8443',
      'http://localhost:3000',
      'http://127.0.0.1',
      'http://[::1]:80',
    ];
    expect(reading(origins.slice(0, 4))).toEqual({ allowedOrigins: origins.slice(0, 4), problems: [] });
    expect(reading(origins).problems).toEqual([
      'popup.allowedOrigins[4] is "http://[::1]:80". Write it without anything else, as "http://[::1]".',
    ]);
  });

  it('takes a file that says nothing', () => {
    for (const text of ['{}', '{"popup": {"allowedOrigins": []}}']) {
      expect(readPageConfig(text)).toEqual({ allowedOrigins: [], problems: [] });
    }
  });

  it.each([
    ['', 'one JSON object'],
    ['{"popup":', 'one JSON object'],
    ['[]', 'one JSON object'],
    ['null', 'one JSON object'],
    ['{"popup": null}', 'popup is null. Write an object'],
    ['{"popup": ["https://editor.example"]}', 'popup is ["https://editor.example"]. Write an object'],
    ['{"popup": {}}', 'popup.allowedOrigins is missing. Write a list of origins'],
    ['{"popup": {"allowedOrigins": "https://editor.example"}}', 'popup.allowedOrigins is "https://editor.example". Write a list'],
    ['{"popups": {}}', 'popups is unknown. Known here: popup.'],
    ['{"popup": {"allowedOrigins": [], "origin": ""}}', 'popup.origin is unknown. Known here: allowedOrigins.'],
    ['{"__proto__": {"popup": {}}}', '__proto__ is unknown.'],
    ['{"constructor": 1}', 'constructor is unknown.'],
    ['{"popup": {"allowedOrigins": [], "__proto__": 1}}', 'popup.__proto__ is unknown.'],
  ])('names what is wrong with %s', (text, problem) => {
    const config = readPageConfig(text);
    expect(config.allowedOrigins).toEqual([]);
    expect(config.problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['*', 'Wildcards are not taken'],
    ['null', 'Write an origin'],
    ['editor.example', 'Write an origin'],
    [null, 'Write an origin'],
    [7, 'Write an origin'],
    [{ toString: 'https://editor.example' }, 'Write an origin'],
    ['https://*.example', 'Wildcards are not taken'],
    ['http://editor.example', 'Only https is taken'],
    ['http://localhost.editor.example', 'Only https is taken'],
    ['javascript:alert(1)', 'Only https is taken'],
    ['file:///etc', 'Only https is taken'],
    ['https://editor.example/', 'as "https://editor.example".'],
    ['https://editor.example/path?query', 'as "https://editor.example".'],
    ['https://EDITOR.example', 'as "https://editor.example".'],
    ['https://editor.example:443', 'as "https://editor.example".'],
    ['https://user@editor.example', 'as "https://editor.example".'],
    [' https://editor.example', 'as "https://editor.example".'],
  ])('does not take %j for an origin', (origin, advice) => {
    const config = reading(['https://good.example', origin]);
    expect(config.allowedOrigins).toEqual([]);
    expect(config.problems).toEqual([expect.stringMatching(/^popup\.allowedOrigins\[1\] is /)]);
    expect(config.problems[0]).toContain(advice);
  });

  it('names every mistake, each shortly', () => {
    const { problems } = reading(['*', 'x'.repeat(100_000)]);
    expect(problems).toHaveLength(2);
    expect(problems.every((problem) => problem.length < 300)).toBe(true);
  });
});
