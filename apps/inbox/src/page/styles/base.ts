/** Colours, type, frame and the parts that are used everywhere. */
export const BASE = `:root {
  color-scheme: light dark;
  --back: #f4f5f8; --surface: #ffffff; --raised: #f7f8fa; --line: #e1e4ea; --text: #1a2230; --muted: #566172;
  --accent: #3b4cca; --accent-text: #ffffff; --accent-soft: #e8ebff; --in: #ffffff; --in-line: #e1e4ea; --out: #e3e8ff;
  --good: #11734b; --warn: #8a5300; --bad: #b3261e; --bad-soft: #fdecea;
  --radius: 14px; --gap: 16px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0f1217; --surface: #171b22; --raised: #1d222b; --line: #2b323d; --text: #e9edf3; --muted: #a3aebd;
    --accent: #aab6ff; --accent-text: #10173d; --accent-soft: #232b4d; --in: #232932; --in-line: #2b323d; --out: #2b3568;
    --good: #6fd3a3; --warn: #f0bd6b; --bad: #ff9c94; --bad-soft: #3a1f1f;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow: hidden; }
h1, h2, p, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
button:disabled { cursor: default; opacity: .55; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.top { display: flex; align-items: center; gap: 10px; padding: 0 20px; height: 56px; flex: none; background: var(--surface); border-bottom: 1px solid var(--line); }
.top img { border-radius: 7px; }
.top h1 { font-size: 17px; font-weight: 650; letter-spacing: -.01em; }
.live { margin-inline-start: auto; display: flex; align-items: center; gap: 7px; font-size: 13px; color: var(--muted); }
.live::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: var(--warn); }
.live[data-state="live"]::before { background: var(--good); }
.live[data-state="lost"] { color: var(--warn); font-weight: 600; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(280px, 340px) minmax(0, 1fr); }
.empty { display: grid; gap: 6px; align-content: center; justify-items: center; text-align: center; height: 100%; padding: 32px; color: var(--muted); }
.empty.blank { visibility: hidden; }
.empty.loading { animation: appear 0s .3s both; }
@keyframes appear { from { visibility: hidden; } to { visibility: visible; } }
.empty strong { color: var(--text); font-size: 16px; }
.empty span { max-width: 34ch; }
code { font: 13px ui-monospace, "Cascadia Code", Menlo, monospace; overflow-wrap: anywhere; }
.badge { flex: none; padding: 1px 7px; border: 1px solid var(--line); border-radius: 999px; background: var(--raised); color: var(--muted); font-size: 11px; font-weight: 600; letter-spacing: .02em; white-space: nowrap; }
.plain { padding: 6px 10px; border: 1px solid var(--line); border-radius: 9px; background: var(--surface); font-size: 13px; font-weight: 550; }
.plain:hover:not(:disabled), .plain[aria-expanded="true"] { background: var(--accent-soft); }
@media (prefers-reduced-motion: no-preference) { .live[data-state="lost"]::before { animation: pulse 1.2s ease-in-out infinite alternate; } @keyframes pulse { to { opacity: .25; } } }
`;
