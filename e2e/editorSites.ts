import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type * as Core from '../src/core.js';
import { test as base } from './fixtures.js';
import { startApp, type App } from './startApp.js';

declare global {
  /** In pages of an editor. */
  // oxlint-disable-next-line no-var -- the only way to declare a global
  var openUploadPopup: typeof Core.openUploadPopup;
}

/** Another site, with an editor that opens the page; each is of an origin of its own. */
export interface EditorSite {
  readonly origin: string;
  close(): Promise<void>;
}

interface WorkerFixtures {
  /** The editor's script, built as its site would. */
  editorScript: string;
  /** A process of its own: its page is a popup. */
  photos: App;
  editor: EditorSite;
  /** Of an origin that the page does not know. */
  stranger: EditorSite;
}

interface Fixtures {
  /** What the operator of `photos` writes down, before the page is opened. */
  allow: (text: string) => Promise<void>;
}

const FOLDER = join(import.meta.dirname, 'editor');

async function startSite(host: string, script: string, page: string): Promise<EditorSite> {
  const html = readFileSync(join(FOLDER, 'editor.html'), 'utf8').replace('PAGE', `${page}/`);
  const server = createServer((incoming, answer) => {
    const isScript = incoming.url === '/editor.js';
    answer.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8').end(isScript ? script : html);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  editorScript: [
    async ({}, use, { workerIndex }) => {
      const outDir = join('test-results', `editor-${workerIndex}`);
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        resolve: { alias: { 'dropline/core': join(import.meta.dirname, '../src/core.ts') } },
        define: { 'process.env.NODE_ENV': '"production"' },
        worker: { format: 'es' },
        build: { outDir, emptyOutDir: true, lib: { entry: join(FOLDER, 'editor.js'), formats: ['es'], fileName: () => 'editor.js' } },
      });
      await use(readFileSync(join(outDir, 'editor.js'), 'utf8'));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  photos: [
    async ({}, use) => {
      const photos = await startApp();
      await use(photos);
      await photos.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  editor: [
    async ({ editorScript, photos }, use) => {
      const site = await startSite('localhost', editorScript, photos.url);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  stranger: [
    async ({ editorScript, photos }, use) => {
      const site = await startSite('localhost', editorScript, photos.url);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  allow: async ({ photos }, use) => {
    await use((text) => writeFile(join(photos.dataDir, 'dropline.config.json'), text));
  },
});
