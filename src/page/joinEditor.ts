import type { ChosenCodes, Insertion } from '../index.js';
import { greetOpener, type Opener } from '../popup/greetOpener.js';
import type { InsertedCodes } from '../popup/messages.js';
import { loadPageConfig } from './loadPageConfig.js';

/** What the page shows of being a popup; nothing while it is none. */
export interface PopupState {
  readonly insertion?: Insertion;
  /** What is wrong with `dropline.config.json`. */
  readonly problems?: readonly string[];
}

/** Finds out whether an editor opened this page that may be given codes, and lets them be inserted there. */
export async function joinEditor(show: (state: PopupState) => void, signal: AbortSignal): Promise<void> {
  const { allowedOrigins, problems } = await loadPageConfig(signal);
  if (signal.aborted) return;
  if (problems.length > 0) show({ problems });
  if (allowedOrigins.length === 0 || !window.opener) return;
  const opener = await greetOpener(window, allowedOrigins, signal);
  const showInsertion = (status: Insertion['status']): void => {
    const { format } = opener.wishes;
    show({ insertion: { status, ...(format && { format }), onInsert } });
  };
  const onInsert = (codes: ChosenCodes): void => void insert(opener, codes, showInsertion);
  showInsertion('idle');
}

async function insert(opener: Opener, codes: ChosenCodes, show: (status: Insertion['status']) => void): Promise<void> {
  show('inserting');
  const isTaken = await opener.insert(toMessage(codes));
  show(isTaken ? 'inserted' : 'failed');
  if (isTaken && opener.wishes.closeAfterInsert) window.close();
}

/** What an editor may know of a file; how to delete it is not among it. */
const toMessage = ({ format, files }: ChosenCodes): InsertedCodes => ({
  format,
  files: files.map(({ name, code, image }) => ({
    name,
    code,
    viewerUrl: image.viewerUrl,
    directUrl: image.isApproved ? image.url : null,
  })),
});
