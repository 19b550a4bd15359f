import { openUploadPopup, PopupBlockedError } from 'dropline/core';

const text = document.querySelector('textarea');
const button = document.querySelector('button');
const said = document.querySelector('output');

async function addPhotos() {
  const { href, origin } = new URL(button.dataset.page);
  try {
    const codes = await openUploadPopup({ url: href, origin, format: 'markdown', closeAfterInsert: true });
    if (codes) text.setRangeText(codes.text, text.selectionStart, text.selectionEnd, 'end');
    said.textContent = codes ? `${codes.files.length} inserted` : 'Nothing was inserted';
  } catch (error) {
    if (!(error instanceof PopupBlockedError)) throw error;
    said.textContent = 'Your browser blocked the window. Allow windows for this site and try again.';
  }
}

button.addEventListener('click', () => void addPhotos());

// What stands above is in docs/popup.md; the tests also open the page otherwise.
globalThis.openUploadPopup = openUploadPopup;
