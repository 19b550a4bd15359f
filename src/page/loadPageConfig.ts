import { readPageConfig, type PageConfig } from '../popup/readPageConfig.js';

const EMPTY: PageConfig = { allowedOrigins: [], problems: [] };

/**
 * What the operator of this page says beside it. No file is no word: then the page is no popup.
 *
 * @throws {TypeError} without a connection
 */
export async function loadPageConfig(signal: AbortSignal): Promise<PageConfig> {
  const answer = await fetch('/dropline.config.json', { cache: 'no-cache', signal });
  if (answer.ok) {
    // Servers of single-page apps send the page in place of what they do not have.
    return answer.headers.get('content-type')?.startsWith('text/html') ? EMPTY : readPageConfig(await answer.text());
  }
  if (answer.status === 404 || answer.status === 410) return EMPTY;
  return { allowedOrigins: [], problems: [`The server answered ${answer.status} when it was asked for the file.`] };
}
