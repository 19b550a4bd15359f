import { createServer } from 'vite';
import { FIVE, openBox } from './box.js';
import { expect, test } from './fixtures.js';

test('a module that is replaced while files are sent loses none of them and sends none twice', async ({ app, page, fault }) => {
  await fault('slow-answer=1500');
  const vite = await createServer({
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', proxy: { '/gateway': { target: app.url, changeOrigin: false } } },
  });
  try {
    await vite.listen();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/gateway/upload')) sent.push(request.url());
    });
    const box = await openBox(page, '', vite.resolvedUrls?.local[0]?.replace(/\/$/, ''));
    await box.choose(...FIVE);
    await box.start();
    await expect(box.root).toHaveAttribute('data-phase', 'uploading');
    for (const file of ['components/QueueTile/QueueTile.tsx', 'components/Uploader/UploaderBox.tsx', 'react/UploaderProvider.tsx']) {
      const [module] = vite.environments.client.moduleGraph.getModulesByFile(`${process.cwd()}/src/${file}`) ?? [];
      if (!module) throw new Error(`${file} is not on the page`);
      const updated = page.waitForEvent('console', (message) => message.text().includes('[vite] hot updated'));
      await vite.environments.client.reloadModule(module);
      await updated;
      await expect(box.part('tile')).toHaveCount(FIVE.length);
    }
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
    expect(sent).toHaveLength(FIVE.length);
  } finally {
    await vite.close();
  }
});
