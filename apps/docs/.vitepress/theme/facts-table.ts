import facts from './facts.data.ts';

/** The table of the front page as Markdown. */
export function factsTable(): string {
  const { date, rows } = facts.load();
  const lines = rows.map(({ what, ours, theirs }) => `| ${what} | ${ours} | ${theirs} |`);
  return ['| measured | convapi | @sinch/conversation |', '| --- | --- | --- |', ...lines, '', `Run of ${date}.`].join('\n');
}
