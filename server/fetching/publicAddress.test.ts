import { describe, expect, it } from 'vitest';
import { createCheckedLookup, isIn, isPublicAddress, NonPublicAddressError } from './publicAddress.js';

describe('an address', () => {
  it.each(['93.184.215.14', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1', // carriers
    '169.254.169.254', // clouds tell their secrets there
    '192.0.0.192',
    '198.18.0.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254', // a cloud's metadata
    'ff02::1',
    'localhost',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('lies in a network of its own kind', () => {
    expect(isIn(['10.0.0.0/8', 'fd00::/8'], '10.200.1.1')).toBe(true);
    expect(isIn(['10.0.0.0/8', 'fd00::/8'], '::ffff:10.200.1.1')).toBe(true);
    expect(isIn(['10.0.0.0/8', 'fd00::/8'], 'fd12::1')).toBe(true);
    expect(isIn(['10.0.0.0/8', 'fd00::/8'], '11.0.0.1')).toBe(false);
    expect(isIn(['0.0.0.0/0'], '::1')).toBe(false);
    expect(isIn([], '10.0.0.1')).toBe(false);
  });
});

describe('a name', () => {
  const look = (isAllowed: (address: string) => boolean, all: boolean) =>
    new Promise((resolve) => createCheckedLookup(isAllowed)('localhost', { all }, (error, found) => resolve(error ?? found)));

  it('that leads to an address which is not allowed leads nowhere', async () => {
    expect(await look(isPublicAddress, true)).toBeInstanceOf(NonPublicAddressError);
    expect(await look(isPublicAddress, false)).toBeInstanceOf(NonPublicAddressError);
  });

  it('that leads to an allowed one leads there', async () => {
    expect(await look(() => true, false)).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(await look(() => true, true)).toContainEqual(
      expect.objectContaining({ address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) }),
    );
  });
});
