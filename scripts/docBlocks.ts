/** Writes each block of TypeScript in the guides into a file of its own below `type-tests/`, so that they are compiled against the built package, as readers would. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { blocksOfGuides, COMPILED_GUIDES } from './guides.js';

const BLOCKS = resolve(import.meta.dirname, '../type-tests/docs');

rmSync(BLOCKS, { recursive: true, force: true });
mkdirSync(BLOCKS);
for (const guide of COMPILED_GUIDES) {
  const blocks = blocksOfGuides().filter((block) => block.guide === guide && /^tsx?$/.test(block.language));
  blocks.forEach(({ given, code }, at) => writeFileSync(join(BLOCKS, `${basename(guide, '.md')}-${at + 1}.tsx`), `${given}\n${code}`));
}
