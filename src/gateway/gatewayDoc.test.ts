import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createGateway } from './createGateway.js';
import { startUpstream } from './testing/startUpstream.js';
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

  it('has a form that brings a file to the host, and a page back', async () => {
    const upstream = await startUpstream();
    const form = /^```html\n([\s\S]*?)^```$/m.exec(DOC)?.[1] ?? '';
    const valueOf = (attribute: string): string => new RegExp(` ${attribute}="([^"]*)"`).exec(form)?.[1] ?? '';
    expect([valueOf('method'), valueOf('enctype')]).toEqual(['post', 'multipart/form-data']);
    const body = new FormData();
    body.append(valueOf('name'), new File(['bytes'], 'a.png', { type: 'image/png' }));
    // As a browser does, which knows its length.
    const whole = await new Response(body).blob();
    const gateway = createGateway({ upstream: upstream.url, apiKey: 'chv_key' });
    const page = await gateway(
      new Request(`http://localhost${valueOf('action')}`, {
        method: 'POST',
        headers: { Accept: 'text/html', 'Content-Type': whole.type, 'Content-Length': String(whole.size) },
        body: whole,
      }),
    );
    expect(await page.text()).toContain('Upload complete');
    expect(upstream.uploads.map(({ fileName, bytes }) => [fileName, String(bytes)])).toEqual([['a.png', 'bytes']]);
    await upstream.close();
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
