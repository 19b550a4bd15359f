import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What the package gives away; page, stories and bench may know nothing else of it. */
const PUBLIC = ['src/index.ts', 'src/core.ts', 'src/gateway.ts', 'src/gateway-node.ts'];
/** A step of the journey sees its vocabulary, never another step. */
const STEP = ['src/shared', 'src/api', 'src/journey/item.ts', 'src/journey/ItemTable.ts', 'src/journey/tally.ts', 'src/journey/state.ts'];
const STYLES = ['src/theme'];

/** Who may import whom, A room may always import itself; an entry here is a room or one file of it. If a change needs another arrow, say why in its commit. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/shared': [],
  'src/api': ['src/shared'],
  'src/i18n': ['src/shared'],
  'src/theme': ['src/shared'],
  'src/gateway': ['src/shared', 'src/api/contract.ts'],
  'src/journey': ['src/shared', 'src/api'],
  'src/react': ['src/shared', 'src/api', 'src/i18n', 'src/journey'],
  'src/components': ['src/shared', 'src/api/contract.ts', 'src/theme', 'src/i18n', 'src/journey', 'src/react'],
  // What a page says to the one that opened it, and what its operator says to it.
  'src/popup': ['src/shared', 'src/api/httpUrl.ts', 'src/journey/result/embedCodes.ts'],
  'src/page': [...PUBLIC, ...STYLES, 'src/popup'],
  // Each component has its stories, those that the package does not give away too.
  stories: [...PUBLIC, ...STYLES, 'src/components', 'fixtures'],
  // It measures the server too, and its photos are written as the tests write theirs.
  bench: [...PUBLIC, ...STYLES, 'scripts', 'server', 'src/journey/preview/testing/withExif.ts'],
  server: ['src/shared', 'src/popup/readPageConfig.ts', 'src/api/contract.ts', 'src/gateway.ts', 'src/gateway-node.ts'],
  // The types of what runs in the page, and the words that a person reads on it.
  e2e: ['scripts', 'src/core.ts', 'src/i18n'],
  // The real process, as the e2e tests start it.
  scripts: ['e2e/startApp.ts'],
  '.storybook': [...PUBLIC, ...STYLES, 'stories/fixtures.ts'],
};

const isSource = (path: string): boolean => /\.tsx?$/.test(path);
const toPosix = (path: string): string => path.split(sep).join('/');

const filesOf = (room: string): string[] =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((path) => toPosix(join(room, path)))
    .filter((path) => isSource(path) && !path.includes('/node_modules/') && !PUBLIC.includes(path));

const files = Object.keys(MAY_IMPORT)
  .filter((room) => readdirSync(dirname(join(ROOT, room)), { encoding: 'utf8' }).includes(room.split('/').at(-1) ?? ''))
  .flatMap(filesOf);

/** A step of the journey is a room of its own; the files beside the steps join them. */
const roomOf = (path: string): string => {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top !== 'src') return top;
  return second === 'journey' && third !== '' && !third.includes('.') ? `src/journey/${third}` : `src/${second}`;
};

const allowed = (room: string): readonly string[] =>
  room.startsWith('src/journey/') ? (room.endsWith('/testing') ? [...STEP, 'src/journey'] : STEP) : (MAY_IMPORT[room] ?? []);

const IMPORT = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|new URL\(\s*)'(\.[^']+)'/g;

/** Relative imports, dynamic ones and workers included, as paths from the root. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, target = '']) =>
    toPosix(relative(ROOT, normalize(join(ROOT, dirname(file), target))))
      .replace(/\.jsx?$/, '.ts')
      .replace(/\?.*$/, ''),
  );

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes('/testing/');
/** Tests reach beyond their room: a real server, a fixture, a neighbour to join with. */
const production = files.filter((file) => !isTest(file));

const offences = (file: string): string[] => {
  const room = roomOf(file);
  const permitted = allowed(room);
  return importsOf(file).filter((target) => {
    if (roomOf(target) === room) return false;
    if (room === 'src/journey' && target.startsWith('src/journey/')) return false;
    return !permitted.some((entry) => target === entry || target.startsWith(`${entry}/`));
  });
};

describe('layers', () => {
  it('look at every room', () => {
    expect(production.length).toBeGreaterThan(50);
  });

  it.each(production)('%s imports only downwards', (file) => {
    expect(offences(file)).toEqual([]);
  });

  it.each(production.filter((file) => file.startsWith('src/')))('%s knows no React below react/', (file) => {
    const knowsReact = /from '(react|react-dom|@tanstack\/react-query|react-dropzone)['/]/.test(readFileSync(join(ROOT, file), 'utf8'));
    expect(knowsReact && !/^src\/(react|components|page|i18n)\//.test(file)).toBe(false);
  });
});
