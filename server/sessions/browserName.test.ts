import { expect, it } from 'vitest';
import { browserName } from './browserName.js';

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  ['Phone <b>', 'Phone <b>'],
  ['', 'Unknown'],
])('%s is called %s', (agent, name) => {
  expect(browserName(agent)).toBe(name);
});
