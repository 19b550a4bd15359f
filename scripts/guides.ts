import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Those whose TypeScript stands by itself: `scripts/docBlocks.ts` has it compiled against the built package. That of the others is part of a whole that is tried. */
export const COMPILED_GUIDES = [
  'README.md',
  'docs/gateway.md',
  'docs/headless.md',
  'docs/migration.md',
  'docs/theming.md',
  'docs/translating.md',
] as const;

export interface Block {
  /** From the root, as `docs/react.md`. */
  readonly guide: string;
  readonly language: string;
  readonly code: string;
  /** What the block takes as given, from a comment that no reader sees. */
  readonly given: string;
}

const BLOCK = /(?:<!-- given: (.+) -->\n)?^ *```(\w*)\n([\s\S]*?)^ *```$/gm;

/** All blocks of code that are written for readers; the reference is generated. */
export function blocksOfGuides(): Block[] {
  const guides = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)];
  return guides
    .filter((guide) => guide.endsWith('.md'))
    .flatMap((guide) =>
      Array.from(readFileSync(join(ROOT, guide), 'utf8').matchAll(BLOCK), ([, given = '', language = '', code = '']) => ({
        guide,
        language,
        code,
        given,
      })),
    );
}
