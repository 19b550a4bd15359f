import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from './messages.js';
import { readPageConfig } from './readPageConfig.js';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const DOC = read('docs/popup.md');
const lines = (text: string): string => text.replaceAll(/^\s+|\s+$/gm, '');
const blockOf = (language: string): string => new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(DOC)?.[1] ?? '';
const sectionOf = (heading: string): string => DOC.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
const rowsOf = (section: string): string[] =>
  [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));

describe('docs/popup.md', () => {
  it('shows the editor that the tests open the page from', () => {
    for (const [language, file] of [
      ['js', 'editor.js'],
      ['html', 'editor.html'],
    ] as const) {
      const block = lines(blockOf(language).replace('https://photos.example/', 'PAGE'));
      expect(block.length).toBeGreaterThan(100);
      expect(lines(read(`e2e/editor/${file}`))).toContain(block);
    }
  });

  it('shows a configuration that the page takes', () => {
    expect(readPageConfig(blockOf('json'))).toEqual({ allowedOrigins: ['https://editor.example', 'http://localhost:3000'], problems: [] });
    expect(readPageConfig(read('public/dropline.config.json'))).toEqual({ allowedOrigins: [], problems: [] });
  });

  it('names every option and every message', () => {
    const options = /interface UploadPopupOptions \{([^}]*)\}/.exec(read('src/popup/openUploadPopup.ts'))?.[1] ?? '';
    const named = [...options.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name);
    expect(named).toContain('closeAfterInsert');
    expect(rowsOf(sectionOf('Open the page'))).toEqual(named);
    const sent = [...read('src/popup/messages.ts').matchAll(/v\.literal\('(\w+)'\)/g)].map(([, name]) => name);
    expect(new Set(rowsOf(sectionOf('The messages')))).toEqual(new Set(sent));
    expect(sectionOf('The messages')).toContain(`\`version\` (${PROTOCOL_VERSION})`);
  });
});
