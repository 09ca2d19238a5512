/** The list of conversations and the head of the open one. */
export const LIST = `.list { min-height: 0; overflow-y: auto; background: var(--surface); border-inline-end: 1px solid var(--line); }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 2px 12px; padding: 12px 16px; color: inherit; text-decoration: none; }
.list a:hover { background: var(--raised); }
.list a[aria-current="true"] { background: var(--accent-soft); box-shadow: inset 3px 0 var(--accent); }
.list a:focus-visible { outline-offset: -3px; }
.face { grid-row: span 2; align-self: center; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: var(--accent-soft); color: var(--accent); font-weight: 650; }
.list a[aria-current="true"] .face { background: var(--surface); }
.line { display: flex; align-items: center; gap: 8px; min-width: 0; }
.line .name, .line .preview { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line .name { font-weight: 550; }
.line time { flex: none; font-size: 12px; color: var(--muted); }
.line .preview { font-size: 14px; color: var(--muted); }
.line .preview.failed { color: var(--bad); }
.unread .name { font-weight: 700; }
.unread .preview { color: var(--text); }
.count { flex: none; min-width: 20px; padding: 0 6px; border-radius: 999px; background: var(--accent); color: var(--accent-text); font-size: 12px; font-weight: 650; line-height: 20px; text-align: center; }
.thread { position: relative; min-width: 0; min-height: 0; }
.open { display: flex; flex-direction: column; height: 100%; min-height: 0; }
.open > header { display: flex; align-items: center; gap: 12px; padding: 10px 20px; min-height: 60px; background: var(--surface); border-bottom: 1px solid var(--line); }
.open .who { min-width: 0; }
.open h2 { overflow: hidden; font-size: 16px; font-weight: 650; text-overflow: ellipsis; white-space: nowrap; }
.open h2:focus { outline: none; }
#addresses { display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: 13px; color: var(--muted); overflow-wrap: anywhere; }
.back { display: none; }
`;
