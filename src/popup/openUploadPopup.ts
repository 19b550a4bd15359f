import { httpUrl } from '../api/httpUrl.js';
import { everySecond } from '../shared/everySecond.js';
import type { EmbedGroup } from '../journey/result/embedCodes.js';
import { parsePageMessage, PROTOCOL_VERSION, withVersion, type InsertedCodes, type PageMessage } from './messages.js';

export interface UploadPopupOptions {
  /** The upload page, an http(s) address. */
  readonly url: string;
  /** The origin of that page, as `https://photos.example`: nothing is told to another one, or taken from it. */
  readonly origin: string;
  /** Whether the page closes itself when its codes were taken. Default false. */
  readonly closeAfterInsert?: boolean;
  /** The format that is chosen at first. Default: links. */
  readonly format?: EmbedGroup;
  /** Default 480. */
  readonly widthPx?: number;
  /** Default 700. */
  readonly heightPx?: number;
  /** Closes the page. */
  readonly signal?: AbortSignal;
}

/** What a person chose to insert. It comes from another site: text to put into a text; as markup, no more to be trusted than that site is. */
export interface PopupCodes extends InsertedCodes {
  /** The codes of all files, a line each. */
  readonly text: string;
}

/** The browser let no window open. Call `openUploadPopup` in the handler of a press, or have the person allow it. */
export class PopupBlockedError extends Error {
  override readonly name = 'PopupBlockedError';

  constructor() {
    super(
      'The browser opened no window for the upload page. Call openUploadPopup when a person presses something, with no wait before it.',
    );
  }
}

/**
 * Opens an upload page as a popup and waits for what a person inserts from there. The page has to allow the origin of the caller. The first insertion ends the wait.
 *
 * @returns null when the window was closed without one
 * @throws {TypeError} when `url` is no http(s) address, or not of `origin`
 * @throws {PopupBlockedError} when the browser lets no window open
 * @throws {Error} when the page is of a release that speaks otherwise
 * @throws `signal.reason` when aborted
 */
export async function openUploadPopup(options: UploadPopupOptions): Promise<PopupCodes | null> {
  const { widthPx = 480, heightPx = 700, signal } = options;
  const url = checkedUrl(options);
  signal?.throwIfAborted();
  const popup = window.open(url, '_blank', `popup,width=${widthPx},height=${heightPx}`);
  if (!popup) throw new PopupBlockedError();
  return waitForCodes(popup, options);
}

function checkedUrl({ url, origin }: UploadPopupOptions): string {
  const address = httpUrl(url);
  if (address === null)
    throw new TypeError(`url is ${JSON.stringify(url)}, which opens no page. Set it to an address such as https://photos.example/.`);
  if (new URL(address).origin !== origin)
    throw new TypeError(
      `origin is ${JSON.stringify(origin)}, but ${address} is of ${new URL(address).origin}, so no word of that page would be taken. Make them agree.`,
    );
  return address;
}

function waitForCodes(popup: Window, { origin, closeAfterInsert = false, format, signal }: UploadPopupOptions): Promise<PopupCodes | null> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (settle: () => void): void => {
      over.abort();
      stopWatching();
      settle();
    };
    // There is no event for it.
    const stopWatching = everySecond(() => popup.closed && end(() => resolve(null)));
    const onMessage = ({ source, origin: sender, data }: MessageEvent<unknown>): void => {
      const message = source === popup && sender === origin ? parsePageMessage(data) : null;
      if (message?.dropline === 'ready') {
        if (message.version !== PROTOCOL_VERSION) end(() => reject(otherVersion(message)));
        else popup.postMessage(withVersion({ dropline: 'welcome', closeAfterInsert, format }), origin);
      } else if (message) {
        popup.postMessage(withVersion({ dropline: 'taken' }), origin);
        end(() => resolve(toCodes(message)));
      }
    };
    const onAbort = (): void => {
      popup.close();
      end(() => reject(signal?.reason as Error));
    };
    window.addEventListener('message', onMessage, { signal: over.signal });
    signal?.addEventListener('abort', onAbort, { signal: over.signal });
  });
}

const toCodes = ({ format, files }: InsertedCodes): PopupCodes => ({ format, files, text: files.map(({ code }) => code).join('\n') });

const otherVersion = ({ version }: Extract<PageMessage, { dropline: 'ready' }>): Error =>
  new Error(
    `The upload page speaks version ${version} of the popup's messages and this package version ${PROTOCOL_VERSION}, so nothing can be inserted. Update the older of the two.`,
  );
