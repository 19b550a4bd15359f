export const PAGE_STYLES_PATH = '/server.css';

/** The look of the server's own pages, in the colours of the widget. */
export const PAGE_STYLES = `
:root { color-scheme: light dark; --sunken: light-dark(#f5f6f8, #111316); --surface: light-dark(#ffffff, #191b1f); --text: light-dark(#191c22, #eceef1);
  --muted: light-dark(#5c6370, #a3a9b5); --line: light-dark(#e3e6eb, #2e3238); --edge: light-dark(#868d9a, #737a87);
  --accent: light-dark(#2b5fd9, #86abff); --on-accent: light-dark(#ffffff, #0d1a38); --danger: light-dark(#c02637, #ff9396); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--sunken); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header { padding: 16px 24px; border-bottom: 1px solid var(--line); background: var(--surface); font-weight: 600; }
header a { color: inherit; text-decoration: none; }
main { max-width: 960px; margin: 0 auto; padding: 24px; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 18px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
figure { margin: 16px 0; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); text-align: center; }
figure img, figure video { max-width: 100%; max-height: 75vh; width: auto; height: auto; border-radius: 6px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 16px 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.note { padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
.error { color: var(--danger); }
.tags { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; list-style: none; }
.tags li { padding: 2px 10px; border: 1px solid var(--line); border-radius: 99px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); gap: 16px; padding: 0; list-style: none; }
.grid img { display: block; width: 100%; aspect-ratio: 1; object-fit: cover; border-radius: 8px; background: var(--surface); }
.grid a { color: inherit; text-decoration: none; overflow-wrap: anywhere; font-size: 14px; }
form { display: grid; gap: 12px; max-width: 360px; }
label { display: grid; gap: 4px; }
input { padding: 10px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--surface); color: inherit; font: inherit; }
button { padding: 10px 16px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { padding: 6px 12px; border: 1px solid var(--edge); background: none; color: inherit; }
pre { padding: 16px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); font-size: 14px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
table form { max-width: none; justify-items: start; }
table + form { margin-top: 16px; }
@media (max-width: 640px) { .rows thead { position: absolute; clip-path: inset(50%); } .rows tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .rows td { display: flex; gap: 12px; padding: 4px 0; border: 0; } .rows td[data-label]::before { flex: 0 0 88px; color: var(--muted); content: attr(data-label); } }
@media (max-width: 480px) { main { padding: 16px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`;
