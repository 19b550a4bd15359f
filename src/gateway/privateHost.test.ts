import { describe, expect, it } from 'vitest';
import { isPrivateHost } from './privateHost.js';

describe('isPrivateHost', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'photos.local',
    'a.localhost',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '172.16.0.1',
    '172.31.255.1',
    '169.254.1.1',
    '::1',
    '[::1]',
    'fd12:3456::1',
    '[fe80::1]',
    'fe80::1%eth0',
    '::ffff:127.0.0.1',
  ])('says yes to %s', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each([
    'host.example',
    '0.0.0.0',
    '::',
    '8.8.8.8',
    '172.32.0.1',
    '172.15.0.1',
    '::ffff:8.8.8.8',
    '2001:db8::1',
    '10.0.0.1.example.com',
    '10.example.com',
    '127.0.0.1.nip.io',
    'localhost.example.com',
    'notlocal',
    'fd12.example.com',
    '',
  ])('says no to %s', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});
