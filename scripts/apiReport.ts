/** The package's public surface, written down in `docs/api/`: `npm run api` fails when it has changed unseen, `npm run api -- --update` writes it anew. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type IConfigFile } from '@microsoft/api-extractor';

const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = resolve(ROOT, 'docs/api');
const ENTRIES = ['index', 'core', 'gateway', 'gateway-node'];

const { values: options } = parseArgs({ options: { update: { type: 'boolean', default: false } } });

const SILENT = { default: { logLevel: ExtractorLogLevel.None } } as const;

/** Its own, so that declarations are read as an app reads them: without this project's settings. */
const compiler = {
  overrideTsconfig: {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      skipLibCheck: true,
      types: ['node'],
    },
  },
};

function configOf(entry: string): ExtractorConfig {
  const configObject: IConfigFile = {
    projectFolder: ROOT,
    mainEntryPointFilePath: resolve(ROOT, `dist/lib/${entry}.d.ts`),
    compiler,
    apiReport: { enabled: true, reportFileName: `${entry}.api.md`, reportFolder: REPORTS, reportTempFolder: resolve(ROOT, 'dist/api') },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    newlineKind: 'lf',
    messages: { compilerMessageReporting: SILENT, extractorMessageReporting: SILENT, tsdocMessageReporting: SILENT },
  };
  return ExtractorConfig.prepare({ configObject, configObjectFullPath: undefined, packageJsonFullPath: resolve(ROOT, 'package.json') });
}

mkdirSync(REPORTS, { recursive: true });
const changed = ENTRIES.filter((entry) => {
  const { apiReportChanged } = Extractor.invoke(configOf(entry), {
    localBuild: options.update,
    messageCallback: (message) => (message.handled = true),
  });
  return apiReportChanged && !options.update;
});
if (changed.length > 0) {
  const files = changed.map((entry) => `docs/api/${entry}.api.md`).join(', ');
  console.error(`The public surface is not what ${files} says. If that is meant: npm run api -- --update, and look at the difference.`);
  process.exitCode = 1;
}
