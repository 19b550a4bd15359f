import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture, refusal, store } from '../testing/upload.js';
import { createVisitors, networkOf } from './visitors.js';

const GUEST_KEY = 'a-key-for-every-guest';
const from = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;
const forwarded = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });

describe('the address of a visitor', () => {
  it('is that of his connection, whatever he writes into a header', () => {
    const { addressOf, header } = createVisitors([]);
    expect(addressOf(from('203.0.113.5'))).toBe('203.0.113.5');
    expect(addressOf(from('203.0.113.5', forwarded('198.51.100.1')))).toBe('203.0.113.5');
    expect(addressOf(from('203.0.113.5', { [header]: 'guess 198.51.100.1' }))).toBe('203.0.113.5');
    expect(addressOf(from('203.0.113.5', { [header]: '198.51.100.1' }))).toBe('203.0.113.5');
  });

  it('is the last one before the proxies that are trusted', () => {
    const { addressOf } = createVisitors(['10.0.0.0/8', '::1/128']);
    expect(addressOf(from('10.0.0.1', forwarded('198.51.100.1')))).toBe('198.51.100.1');
    expect(addressOf(from('10.0.0.1', forwarded('1.1.1.1', '198.51.100.1', '10.0.0.2')))).toBe('198.51.100.1');
    expect(addressOf(from('203.0.113.5', forwarded('198.51.100.1')))).toBe('203.0.113.5');
    expect(addressOf(from('::1', forwarded('2001:db8::7')))).toBe('2001:db8::7');
  });

  it('is the proxy’s where the proxy says none that is one', () => {
    const { addressOf } = createVisitors(['10.0.0.0/8']);
    for (const said of ['unknown', '', '<script>', '198.51.100.1:80'])
      expect(addressOf(from('10.0.0.1', forwarded(said)))).toBe('10.0.0.1');
  });

  it('is one, in whatever way it is written', () => {
    expect(createVisitors([]).addressOf(from('::ffff:203.0.113.5'))).toBe('203.0.113.5');
  });

  it('is handed on by the gateway of the same process, and believed of no other', () => {
    const [mine, other] = [createVisitors([]), createVisitors([])];
    const signed = { [mine.header]: mine.sign(from('203.0.113.5')) };
    expect(mine.addressOf(from('127.0.0.1', signed))).toBe('203.0.113.5');
    expect(other.addressOf(from('127.0.0.1', signed))).toBe('127.0.0.1');
  });
});

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::6', '2001:db8:1:2::'],
  ['2001:db8::6', '2001:db8:0:0::'],
  ['::1', '0:0:0:0::'],
])('%s counts as %s', (address, counted) => {
  expect(networkOf(address)).toBe(counted);
});

describe('guests behind a proxy', () => {
  let server: StartedServer;
  afterEach(() => server.close());
  const start = async (proxies: string[], uploadAs: 'owner' | 'guest' = 'owner'): Promise<void> => {
    const settings = { guestUploads: true, guestApiKey: GUEST_KEY, flood: { hour: 1 }, proxies };
    server = await startServer({ settings, hasFaults: false, uploadAs });
  };
  const as = (address: string) => ({ key: GUEST_KEY, headers: forwarded(address) });

  it('are counted each by himself where the settings name the proxy', async () => {
    await start(['127.0.0.0/8']);
    await store(server, as('198.51.100.1'));
    expect(await refusal(server, as('198.51.100.1'))).toMatchObject({ code: 130 });
    await store(server, as('198.51.100.2'));
  });

  it('are counted as one where they do not, so that nobody gets more by a header', async () => {
    await start([]);
    await store(server, as('198.51.100.1'));
    expect(await refusal(server, as('198.51.100.2'))).toMatchObject({ code: 130 });
  });

  it('are told apart through the gateway too, whatever they write into its header', async () => {
    await start(['127.0.0.0/8'], 'guest');
    const post = async (address: string): Promise<number> => {
      const headers = { ...forwarded(address), 'x-dropline-visitor': 'x 192.0.2.1' };
      const answer = await fetch(`${server.url}/gateway/upload?name=a.png`, { method: 'POST', body: readFixture('a.png'), headers });
      await answer.arrayBuffer();
      return answer.status;
    };
    expect([await post('198.51.100.1'), await post('198.51.100.1'), await post('198.51.100.2')]).toEqual([200, 400, 200]);
  });
});
