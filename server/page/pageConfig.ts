import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPageConfig, type PageConfig } from '../../src/popup/readPageConfig.js';

export const PAGE_CONFIG = 'dropline.config.json';

export interface PageFolders {
  /** Of the built page. */
  readonly page: string;
  /** Where the operator may put a `dropline.config.json` in place of the page's own. */
  readonly data: string;
}

/** The operator's file where there is one, else the one that was built with the page. */
export async function pageConfigPath({ page, data }: PageFolders): Promise<string> {
  const own = join(data, PAGE_CONFIG);
  return access(own).then(
    () => own,
    () => join(page, PAGE_CONFIG),
  );
}

/** What the page will read there, now: the file may change while the process runs. */
export async function readPageConfigIn(folders: PageFolders): Promise<PageConfig> {
  const path = await pageConfigPath(folders);
  return readFile(path, 'utf8').then(readPageConfig, ({ code, message }: NodeJS.ErrnoException) => ({
    allowedOrigins: [],
    problems: code === 'ENOENT' ? [] : [`The file cannot be read: ${message}`],
  }));
}
