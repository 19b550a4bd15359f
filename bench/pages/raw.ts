import './plain.css';
import { onDrop, sendInTurn } from './subject.js';

/** The least that a page could do: an entry for each file, an element for each that is seen, a bare XMLHttpRequest loop. No library. */
const SEEN = 24;
const entries: { readonly file: File; sentBytes: number }[] = [];
const list = document.createElement('ul');
const total = document.createTextNode('');
document.getElementById('root')?.append(total, list);

function tileOf(file: File): HTMLLIElement {
  const tile = document.createElement('li');
  const picture = document.createElement('img');
  picture.src = URL.createObjectURL(file);
  tile.append(picture, file.name);
  return tile;
}

onDrop((files) => {
  for (const file of files) entries.push({ file, sentBytes: 0 });
  list.append(...files.slice(0, SEEN).map(tileOf));
});

let sent = 0;
window.subject = {
  tile: 'li',
  acceptedCount: () => entries.length,
  start: () =>
    sendInTurn(
      entries.map(({ file }) => file),
      (at, sentBytes) => {
        const entry = entries[at];
        if (!entry) return;
        sent += sentBytes - entry.sentBytes;
        entry.sentBytes = sentBytes;
        total.data = String(Math.round(sent));
      },
    ),
  clear: () => {
    for (const picture of list.querySelectorAll('img')) URL.revokeObjectURL(picture.src);
    list.replaceChildren();
    entries.length = 0;
  },
};
