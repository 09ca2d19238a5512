/** Where answers are written. */
export const COMPOSER = `.composer { display: grid; gap: 8px; padding: 12px 20px 14px; background: var(--surface); border-top: 1px solid var(--line); max-height: 70%; overflow-y: auto; }
.composer textarea, .composer input { width: 100%; padding: 9px 12px; border: 1px solid var(--line); border-radius: 11px; background: var(--back); resize: none; }
.composer textarea:focus, .composer input:focus { border-color: var(--accent); outline: 1px solid var(--accent); outline-offset: 0; }
.composer ::placeholder { color: var(--muted); opacity: 1; }
#text { max-height: 168px; }
.composer fieldset { display: grid; gap: 8px; margin: 0; padding: 10px 12px 12px; border: 1px solid var(--line); border-radius: 12px; }
.composer legend { padding: 0 6px; font-size: 13px; font-weight: 600; }
.composer label:not(.sr-only) { display: grid; gap: 3px; font-size: 13px; font-weight: 550; }
.composer small { font-size: 12px; font-weight: 400; color: var(--muted); }
.composer fieldset label { grid-template-columns: auto 1fr; column-gap: 6px; align-items: baseline; }
.composer fieldset :is(input, textarea) { grid-column: 1 / -1; font-weight: 400; }
.actions { display: flex; align-items: center; gap: 12px; }
.hint { flex: 1; text-align: end; font-size: 12px; color: var(--muted); }
.send { margin-inline-start: auto; padding: 8px 20px; border: 0; border-radius: 10px; background: var(--accent); color: var(--accent-text); font-weight: 650; }
.send:hover:not(:disabled) { filter: brightness(1.08); }
.problem { display: flex; gap: 10px; align-items: start; padding: 8px 12px; border-radius: 10px; background: var(--bad-soft); color: var(--bad); font-size: 13.5px; overflow-wrap: anywhere; }
`;
