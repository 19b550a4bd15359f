import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

/** For a browser that runs as root in a container, has no screen and must not call home. */
const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chrome puts itself without being on the PATH. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['PROGRAMFILES'] ?? '', 'Google/Chrome/Application/chrome.exe'),
];

/** Downloaded and runnable are two things: a fresh container often lacks the shared libraries. Windows cannot be asked this way. */
const runs = (path: string): boolean =>
  existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0);

/** A Chromium that starts on this machine: Playwright's own, else the system's. Installs nothing. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...onPath(SYSTEM_NAMES), ...USUAL_PLACES].find(runs);
}

/** The system's Firefox: Playwright drives an unpatched one. Installs nothing. */
export function findFirefox(): string | undefined {
  return onPath(['firefox-esr', 'firefox']).find(runs);
}

const onPath = (names: readonly string[]): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** How Vitest, Storybook's tests and Playwright start Chromium. Without one, what needs none still runs, and Playwright tells the rest. */
export function launchOptions(): { args: string[]; executablePath?: string } {
  const executablePath = findBrowser();
  return executablePath === undefined ? { args: BROWSER_ARGS } : { args: BROWSER_ARGS, executablePath };
}

/**
 * As `findBrowser`, but installs one where there is none, and says so.
 *
 * @throws when that failed, with the one command that mends it
 */
export function ensureBrowser(): string {
  const found = findBrowser() ?? installByPlaywright() ?? installByApt();
  if (found === undefined) throw new Error(`No Chromium was found and none could be installed. Run: ${manualCommand()}`);
  return found;
}

function installByPlaywright(): string | undefined {
  console.log('No Chromium found. Installing one with Playwright …');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
  spawnSync('npx', ['--no', 'playwright', 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: 300_000 });
  return findBrowser();
}

function installByApt(): string | undefined {
  if (!canUseApt()) return undefined;
  console.log("Installing the system's Chromium with apt-get …");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return findBrowser();
}

const canUseApt = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

const manualCommand = (): string =>
  existsSync('/etc/debian_version') ? 'sudo apt-get install -y chromium' : 'npx playwright install --with-deps chromium';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureBrowser());
