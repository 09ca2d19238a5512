import type { Judged } from './find-touches.ts';
import { RULES, type Rule } from './rules.ts';

/** One sentence on a change, with what it was and is: `` `Contact.email` is no longer a field (was: string). `` */
export function describeChange(change: Judged): string {
  return `${code(change.where)} ${says(change)}${beforeAndAfter(change)}.`;
}

function says({ kind, sides, level }: Judged): string {
  const { says: received, sent, request }: Rule = RULES[kind];
  if (sent === undefined) return received;
  if (!sides.request) return received;
  if (!sides.response) return sent;
  return level === request ? `${sent}; where it is received it ${received}` : `${received}; where it is sent it ${sent}`;
}

function beforeAndAfter({ before, after }: Judged): string {
  if (before !== undefined && after !== undefined) return `: ${code(before)} → ${code(after)}`;
  if (after !== undefined) return `: ${code(after)}`;
  return before === undefined ? '' : ` (was: ${code(before)})`;
}

/** Text of a document as code on one line: it can neither end the code nor begin anything else. */
export function code(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  return /^one of `/.test(line) ? line : `\`${line.replaceAll('`', "'")}\``;
}

/** What the upgrader has to do, when there is something to do. */
export function adviceFor({ kind, level }: Judged): string {
  const { todo }: Rule = RULES[kind];
  return level === 'major' && todo !== undefined ? todo : '';
}

/** The first few of a list, and how many more there are. */
export function some(names: string[], limit = 6): string {
  const shown = names.slice(0, limit).map((name) => `\`${name}\``);
  return names.length > limit ? `${shown.join(', ')} and ${names.length - limit} more` : shown.join(', ');
}

/** `1 change`, `2 changes`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
