import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Builder, By, type WebDriver, type WebElement } from 'selenium-webdriver';
import { freePort } from '../startApp.js';
import { mediaPath } from '../mediaPath.js';

/** Debian's browser over its WebKit: Playwright's own is a patched one, and cannot be had everywhere. */
const MINI_BROWSER = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
const WITHIN_MS = 20_000;

/** The page in WebKit, with the widget's public handles. */
export interface WebkitBox {
  readonly driver: WebDriver;
  parts(name: string, more?: string): Promise<WebElement[]>;
  choose(...fileNames: string[]): Promise<void>;
  click(part: string): Promise<void>;
  /** How the batch went, when it has ended. */
  outcome(): Promise<string | null | undefined>;
  /** What the server plays on the uploads of the page, until it is loaded anew. */
  fault(kind: string): Promise<void>;
  /** Waits until the body of an async function gives something true. @throws Error with `what`, after twenty seconds */
  until(what: string, body: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error where no WebKit is installed, with what to install */
export async function openWebkit(url: string): Promise<WebkitBox> {
  if (MINI_BROWSER === undefined) throw new Error('No WebKit was found. Install it: apt-get install webkit2gtk-driver xvfb');
  const service = await startService();
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } })
    .usingServer(service.url)
    .build();
  const parts = (name: string, more = ''): Promise<WebElement[]> =>
    driver.findElements(By.css(`[data-part=uploader] [data-part=${name}]${more}`));
  const first = async (name: string): Promise<WebElement> => {
    const [element] = await parts(name);
    if (!element) throw new Error(`The page has no ${name}.`);
    return element;
  };
  const box: WebkitBox = {
    driver,
    parts,
    choose: async (...fileNames) => (await first('file-input')).sendKeys(fileNames.map(mediaPath).join('\n')),
    click: async (part) => (await first(part)).click(),
    outcome: async () => {
      await box.until('the batch has ended', "return document.querySelector('[data-part=uploader]').dataset.phase === 'complete'");
      const [results] = await parts('results');
      return results?.getAttribute('data-outcome');
    },
    fault: async (kind) => {
      // The driver cannot add headers.
      const addHeader = `const [kind] = arguments, { open } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.open = function (...all) { open.apply(this, all); this.setRequestHeader('X-Dropline-Fault', kind); };`;
      await driver.executeScript(addHeader, kind);
    },
    until: async (what, body) => {
      await driver.wait(() => driver.executeScript<boolean>(`return (async () => { ${body} })().then(Boolean)`), WITHIN_MS, what);
    },
    close: async () => {
      await driver.quit();
      service.stop();
    },
  };
  await driver.get(url);
  await box.until('the box is there', "return document.querySelector('[data-part=uploader] [data-part=file-input]')");
  return box;
}

async function startService(): Promise<{ readonly url: string; stop(): void }> {
  const port = await freePort();
  // Containers do not let it make its own sandbox.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const child = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const deadlineMs = Date.now() + WITHIN_MS;
  while (Date.now() < deadlineMs) {
    // oxlint-disable-next-line no-await-in-loop -- asked until it answers
    if ((await fetch(`${url}/status`).catch(() => null))?.ok) return { url, stop: () => void child.kill() };
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error('WebKitWebDriver did not start.');
}
