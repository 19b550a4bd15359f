import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSettings } from '../config/settings.js';
import { createUploadServer } from '../index.js';

it('the home page tells the token to scripts of the same origin, and puts it into no address', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dropline-home-'));
  const server = await createUploadServer({ dataDir, settings: parseSettings({}) });
  const page = await (await server.app.request('/')).text();
  await server.close();
  await rm(dataDir, { recursive: true });
  expect(page).toMatch(/<input type="hidden" name="auth_token" value="[0-9a-f]{40}" \/>/);
  expect(page).not.toContain('<form');
});
