import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mediaBytes, openBox, write } from './box.js';
import { expect, test as base } from './fixtures.js';
import { startApp, type App } from './startApp.js';

/** A host that fetches addresses, and another site on this machine that it may fetch from. */
const test = base.extend<object, { app: App; site: string }>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      writeFileSync(join(app.dataDir, 'settings.json'), JSON.stringify({ urlUploads: true, urlUploadNetworks: ['127.0.0.0/8'] }));
      await app.restart();
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
      site.closeAllConnections();
      site.close();
    },
    { scope: 'worker' },
  ],
});

async function startSite(): Promise<Server> {
  const site = createServer((incoming, answer) => {
    if (incoming.url !== '/pier.png') return void answer.writeHead(404).end();
    answer.writeHead(200, { 'Content-Type': 'image/png' }).end(mediaBytes('a.png'));
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  return site;
}

test(
  'links are fetched by the host, and those that bring nothing are told with their reasons',
  { tag: '@once' },
  async ({ page, app, site, said: { messages } }) => {
    const box = await openBox(page, '', app.url);
    await box.part('urls').click();
    await write(box.part('url-text'), `see <img src="${site}/pier.png">, ${site}/gone.png and http://169.254.169.254/secret.png`);
    await box.part('add-urls').click();
    await expect(box.part('tile')).toHaveCount(3);
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
    await expect(box.tile('pier.png')).toHaveAttribute('data-status', 'uploaded');
    expect(await app.storedNames()).toEqual(['pier.png']);
    const group = (code: string) => box.part('failure-group').and(page.locator(`[data-code="${code}"]`));
    await expect(group('link.unreachable')).toContainText('gone.png');
    await expect(group('link.unreachable')).toContainText('secret.png');
    await expect(group('link.unreachable')).toContainText(messages.errors['link.unreachable']({ hostMessage: '' }).cause);
  },
);
