import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings, parseSettings } from './settings.js';

let path = '';
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dropline-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('settings.json', () => {
  it('may be missing or empty', async () => {
    const initially = parseSettings({});
    expect(await loadSettings(path, null)).toEqual(initially);
    await writeFile(path, '{}');
    expect(await loadSettings(path, null)).toEqual(initially);
    expect(initially).toMatchObject({ maxBytes: 100_000_000, guestUploads: false, duplicates: 'allow', cors: [], urlUploads: false });
  });

  it('wins over a preset field by field', async () => {
    await writeFile(path, '{ "maxBytes": 2000000 }');
    expect(await loadSettings(path, 'host-a')).toMatchObject({ maxBytes: 2_000_000, guestUploads: true, guestExpiration: 'P30D' });
  });

  it.each([
    ['{ "maxBytes": 0 }', 'maxBytes'],
    ['{ "maxBytes": "1 MB" }', 'maxBytes'],
    ['{ "formats": ["heic"] }', 'formats.0'],
    ['{ "formats": [] }', 'formats'],
    ['{ "guestExpiration": "30 days" }', 'guestExpiration'],
    ['{ "flood": { "minute": -1 } }', 'flood.minute'],
    ['{ "flood": { "year": 1 } }', 'flood.year'],
    ['{ "cors": ["*"] }', 'cors.0'],
    ['{ "cors": ["https://site.example/"] }', 'cors.0'],
    ['{ "publicUrl": "site.example" }', 'publicUrl'],
    ['{ "duplicates": true }', 'duplicates'],
    ['{ "urlUploads": "yes" }', 'urlUploads'],
    ['{ "urlUploadNetworks": ["10.0.0.0"] }', 'urlUploadNetworks.0'],
    ['{ "proxies": ["everybody"] }', 'proxies.0'],
    ['{ "categories": [{ "id": 1 }] }', 'categories.0.name'],
    ['{ "maxbytes": 5 }', 'maxbytes'],
    ['{ "guestApiKey": "short" }', 'guestApiKey'],
  ])('with %s stops the start and names the field', async (text, field) => {
    await writeFile(path, text);
    const error = await loadSettings(path, null).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain('does not start');
    expect(String(error)).toContain(`  ${field}: `);
  });

  it('with a name that is none says so, and with a wrong value what is expected', async () => {
    await writeFile(path, '{ "maxbytes": 5, "maxBytes": "1 MB" }');
    await expect(loadSettings(path, null)).rejects.toThrow('  maxbytes: there is no such setting');
    await expect(loadSettings(path, null)).rejects.toThrow('  maxBytes: Invalid type: Expected number but received "1 MB"');
  });

  it.each(['{', '', 'null', '[]', '5'])('that is %j is no settings', async (text) => {
    await writeFile(path, text);
    await expect(loadSettings(path, null)).rejects.toThrow(/JSON/);
  });

  it('that cannot be read is said to be so', async () => {
    await expect(loadSettings(folder, null)).rejects.toThrow(`${folder} cannot be read`);
  });
});

describe('a preset', () => {
  it('is one of those that are there', async () => {
    await expect(loadSettings(path, 'host-c')).rejects.toThrow(
      'SETTINGS is "host-c", which is no preset. Set it to one of: host-a, host-b.',
    );
  });

  it.each([
    ['host-a', { maxBytes: 1_000_000, signUp: true, guestExpiration: 'P30D', moderation: false }],
    ['host-b', { maxBytes: 100_000_000, moderation: true, guestExpiration: null }],
  ])('is what the host of that name has: %s', async (preset, expected) => {
    const settings = await loadSettings(path, preset);
    expect(settings).toMatchObject(expected);
    expect(settings.formats.includes('avif')).toBe(preset === 'host-b');
  });
});
