import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from './uploadFields.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const DOC = read('../../docs/gateway.md');

/** The members of an interface, by their lines. */
const membersOf = (source: string, name: string): string[] => {
  const body = new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return Array.from(body.matchAll(/^ {2}readonly (\w+)\??:/gm), ([, member = '']) => member);
};

const OPTIONS = membersOf(read('GatewayOptions.ts'), 'GatewayOptions');

describe('docs/gateway.md', () => {
  it('has a row for every option, and for nothing else', () => {
    expect(OPTIONS).toContain('upstream');
    const section = DOC.slice(DOC.indexOf('## Options'), DOC.indexOf('## Who may upload'));
    expect(Array.from(section.matchAll(/^\| `(\w+)` \|/gm), ([, name = '']) => name).toSorted()).toEqual(OPTIONS.toSorted());
  });

  it('names every parameter of an upload, and every fact of a log entry', () => {
    const words = [...FIELD_NAMES, ...membersOf(read('GatewayOptions.ts'), 'GatewayLogEntry')];
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(DOC))).toEqual([]);
  });

  it('leads to headings that are there', () => {
    const anchors = new Set(
      Array.from(DOC.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    const links = Array.from(DOC.matchAll(/\]\(#([^)]+)\)/g), ([, anchor = '']) => anchor);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});
