/**
 * The package's public surface, written down: its signatures in `docs/api/`, and what the doc comments say of them in `docs/reference/`. `npm run api` fails when
 * they have changed unseen, `npm run api -- --update` writes them anew.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type IConfigFile } from '@microsoft/api-extractor';
import { Application, LogLevel, TypeDocReader } from 'typedoc';

const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = resolve(ROOT, 'docs/api');
const REFERENCE = resolve(ROOT, 'docs/reference');
const NEW_REFERENCE = resolve(ROOT, 'dist/reference');
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

/** @returns the reports that are not what the package is */
function changedReports(): string[] {
  mkdirSync(REPORTS, { recursive: true });
  return ENTRIES.filter((entry) => {
    const { apiReportChanged } = Extractor.invoke(configOf(entry), {
      localBuild: options.update,
      messageCallback: (message) => (message.handled = true),
    });
    return apiReportChanged;
  }).map((entry) => `docs/api/${entry}.api.md`);
}

/** @returns the pages of the reference that are not what the doc comments say */
async function changedPages(): Promise<string[]> {
  const typedoc = await Application.bootstrapWithPlugins({ logLevel: LogLevel.Error }, [new TypeDocReader()]);
  const project = await typedoc.convert();
  if (!project) throw new Error('The declarations of the package cannot be read. Build it first: npm run build:lib');
  await typedoc.generateOutputs(project);
  const isSame = (page: string): boolean =>
    existsSync(join(REFERENCE, page)) && readFileSync(join(REFERENCE, page), 'utf8') === readFileSync(join(NEW_REFERENCE, page), 'utf8');
  return readdirSync(NEW_REFERENCE)
    .filter((page) => !isSame(page))
    .map((page) => `docs/reference/${page}`);
}

const changed = [...changedReports(), ...(await changedPages())];
if (options.update) {
  rmSync(REFERENCE, { recursive: true, force: true });
  cpSync(NEW_REFERENCE, REFERENCE, { recursive: true });
} else if (changed.length > 0) {
  console.error(
    `The public surface is not what ${changed.join(', ')} say. If that is meant: npm run api -- --update, and look at the difference.`,
  );
  process.exitCode = 1;
}
