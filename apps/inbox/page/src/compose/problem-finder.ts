import type { CheckIssue } from '@convapi/message-builder';
import { channelName } from '../state/words.ts';
import type { Made } from './to-message.ts';

/** What is wrong at a field, in a sentence: `field` is where it is in the draft, `wire` where it is in the message. */
export type ProblemAt = (field: string, wire?: string) => string | undefined;

interface Findings {
  /** Undefined while somebody has not tried to send: an empty field is no mistake yet. */
  made: Made | undefined;
  issues: readonly CheckIssue[];
}

export function problemFinder({ made, issues }: Findings): ProblemAt {
  const isOnlyEmptyText = made !== undefined && 'problem' in made && (made.path === 'text' || made.path === 'note');
  return (field, wire) => {
    if (made !== undefined && 'problem' in made && !isOnlyEmptyText && made.path === field) return made.problem;
    if (wire === undefined) return undefined;
    const found = issues.find(({ path, severity }) => severity !== 'note' && isWithin(path.replace(/^message\./, ''), wire));
    return found && sentenceOf(found);
  };
}

/** Issues name the field in the words of the API, and channels in its spelling: a person reads neither. */
export function sentenceOf({ channel, message, path }: CheckIssue): string {
  const words = message.startsWith(path) ? `This${message.slice(path.length)}` : message;
  if (channel === undefined) return words;
  const name = channelName(channel);
  return words.includes(channel) ? words.replaceAll(channel, name) : `${name}: ${words}`;
}

function isWithin(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`) || path.startsWith(`${wanted}[`);
}
