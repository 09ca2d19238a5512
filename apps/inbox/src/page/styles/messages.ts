/** The thread: bubbles, cards, choices and what is said about delivery. */
export const MESSAGES = `.scroll, .list { scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.scroll { flex: 1; min-height: 0; overflow-y: auto; padding: 20px; }
.scroll:focus-visible { outline-offset: -3px; }
.scroll > ol { display: flex; flex-direction: column; gap: 12px; max-width: 860px; margin: 0 auto; }
.earlier { display: block; margin: 0 auto 16px; }
.newer { position: absolute; inset-inline: 0; bottom: 150px; width: max-content; margin: 0 auto; padding: 6px 14px; border: 0; border-radius: 999px; background: var(--accent); color: var(--accent-text); font-size: 13px; font-weight: 600; box-shadow: 0 4px 14px rgb(0 0 0 / .2); }
.day { align-self: center; padding: 2px 10px; font-size: 12px; font-weight: 600; color: var(--muted); }
.message { display: flex; flex-direction: column; gap: 4px; align-items: flex-start; max-width: min(78%, 600px); }
.message.out { align-self: flex-end; align-items: flex-end; }
.bubble { max-width: 100%; padding: 9px 13px; border-radius: var(--radius); border: 1px solid var(--in-line); border-bottom-left-radius: 4px; background: var(--in); white-space: pre-wrap; overflow-wrap: anywhere; }
.out .bubble { border-radius: var(--radius); border-color: transparent; border-bottom-right-radius: 4px; background: var(--out); }
.bubble.big { padding: 2px 0; border: 0; background: none; font-size: 34px; line-height: 1.2; }
.bubble > * + * { margin-top: 6px; }
.quote { padding-inline-start: 9px; border-inline-start: 3px solid var(--accent); font-size: 13px; color: var(--muted); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.answer { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; }
.card { white-space: normal; }
.card strong, .card span { display: block; white-space: pre-wrap; }
.card.more { padding-top: 8px; border-top: 1px solid var(--line); }
.media { display: flex; align-items: center; gap: 6px; font-weight: 550; }
.icon { flex: none; width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.from { display: block; font-size: 12px; color: var(--muted); }
.chips { display: flex; flex-wrap: wrap; gap: 6px; max-width: 100%; }
.out > .chips { justify-content: flex-end; }
.chip { display: inline-block; max-width: 100%; padding: 3px 12px; border: 1px solid var(--accent); border-radius: 999px; background: var(--surface); color: var(--accent); font-size: 13px; font-weight: 550; text-decoration: none; overflow-wrap: anywhere; }
a.chip::after { content: " ↗"; }
a.chip:hover { background: var(--accent-soft); }
.bubble details { font-size: 13px; }
.bubble summary { cursor: pointer; }
.bubble pre { margin: 6px 0 0; max-height: 240px; overflow: auto; white-space: pre-wrap; font: 12px/1.4 ui-monospace, Menlo, monospace; }
.unsupported { color: var(--muted); font-style: italic; }
.meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; font-size: 12px; color: var(--muted); }
.again { display: flex; gap: 8px; }
.out .meta { justify-content: flex-end; }
.tick { display: inline-flex; align-items: center; gap: 4px; font-weight: 550; }
.tick.read { color: var(--accent); }
.tick.delivered { color: var(--good); }
.tick.bad { color: var(--bad); }
.note { max-width: 100%; padding: 5px 10px; border-radius: 9px; background: var(--raised); border: 1px solid var(--line); color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; }
.note.bad { border-color: transparent; background: var(--bad-soft); color: var(--bad); }
.failed .bubble, .unsent .bubble, .unsure .bubble { border-color: var(--bad); }
`;
