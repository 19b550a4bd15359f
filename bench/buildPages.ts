import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { build } from 'vite';

export const SUBJECTS = ['bare', 'naive', 'ours'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** One page for each subject, as an app would ship it. With `named`, functions keep their names, for a profile. */
export async function buildPages(outDir: string, { named }: { readonly named: boolean }): Promise<void> {
  const root = resolve(import.meta.dirname, 'pages');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      minify: named ? false : 'oxc',
      rolldownOptions: { input: SUBJECTS.map((name) => resolve(root, `${name}.html`)) },
    },
  });
}
