import { delay } from '../../shared/delay.js';

/** Safari reads the blob only after it has asked where to put it. */
const TAKEN_MS = 60_000;

/** Offers text as a download. */
export function saveAsFile(text: string, fileName: string, mimeType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  void delay(TAKEN_MS, new AbortController().signal).then(() => URL.revokeObjectURL(url));
}
