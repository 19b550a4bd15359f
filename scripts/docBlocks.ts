/** Writes each block of TypeScript in the guides into a file of its own below `type-tests/`, so that they are compiled against the built package, as readers would. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BLOCKS = join(ROOT, 'type-tests/docs');

/** Those whose blocks stand by themselves. Those of the guides for React, Next.js and the popup are files that are tried as a whole: see `scripts/consumers/guides.test.ts`. */
const GUIDES = ['README.md', 'docs/gateway.md', 'docs/headless.md', 'docs/migration.md', 'docs/theming.md', 'docs/translating.md'];

/** A comment that no reader sees may declare what a block takes as given. */
const BLOCK = /(?:<!-- given: (.+) -->\n)?^```tsx?\n([\s\S]*?)^```$/gm;

rmSync(BLOCKS, { recursive: true, force: true });
mkdirSync(BLOCKS);
for (const guide of GUIDES) {
  const text = readFileSync(join(ROOT, guide), 'utf8');
  [...text.matchAll(BLOCK)].forEach(([, given = '', code = ''], at) =>
    writeFileSync(join(BLOCKS, `${basename(guide, '.md')}-${at + 1}.tsx`), `${given}\n${code}`),
  );
}
