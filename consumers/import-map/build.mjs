/** For a page without a bundler: the package is served as it is, and the packages beside it are made into modules once. */
process.env.NODE_ENV = 'production'; // for React chooses by it which of its files it is
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const [, map] = /<script type="importmap">([\s\S]*?)<\/script>/.exec(readFileSync('site/index.html', 'utf8'));
const vendored = Object.entries(JSON.parse(map).imports).filter(([, path]) => path.startsWith('/vendor/'));

/** React is no module: its names have to be spelled out. */
async function moduleOf(name) {
  const names = Object.keys(await import(name)).filter((key) => key !== 'default' && key !== 'module.exports');
  return `export { ${names.join(', ')} } from '${name}';\n`;
}

mkdirSync('vendor');
for (const [name, path] of vendored) writeFileSync(`.${path}`, await moduleOf(name));

await build({
  configFile: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/vendor',
    rolldownOptions: {
      input: vendored.map(([, path]) => `.${path}`),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
cpSync('site', 'dist', { recursive: true });
cpSync('node_modules/dropline/dist/lib', 'dist/dropline', { recursive: true });
