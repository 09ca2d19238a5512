/** One pane at a time where two do not fit. */
export const NARROW = `@media (max-width: 760px) {
  main { grid-template-columns: minmax(0, 1fr); }
  body[data-view="list"] .thread, body[data-view="thread"] .list { display: none; }
  .list { border: 0; }
  body[data-view="thread"]:not(:has([data-state="lost"])) .top { display: none; }
  .back { display: grid; place-items: center; flex: none; width: 40px; height: 40px; margin-inline-start: -8px; border-radius: 10px; font-size: 28px; line-height: 1; text-decoration: none; }
  .empty .back { width: auto; margin: 0; font-size: 15px; }
  .open > header { padding: 8px 14px; }
  .scroll { padding: 14px; }
  .composer { padding: 10px 14px 12px; }
  .message { max-width: 88%; }
  .hint { display: none; }
}
`;
