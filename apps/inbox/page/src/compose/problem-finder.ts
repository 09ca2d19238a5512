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
    const found = issues.find(({ path, severity }) => severity !== 'info' && isWithin(path.replace(/^message\./, ''), wire));
    return found && sentenceOf(found);
  };
}

export function sentenceOf({ channel, message, path }: CheckIssue): string {
  const name = path.split('.').at(-1)?.replaceAll('_', ' ') ?? '';
  const words = /^[a-z]/.test(message) ? `${name === '' ? 'This' : name[0]?.toUpperCase() + name.slice(1)} ${message}` : message;
  return channel === undefined ? words : `${channelName(channel)}: ${words}`;
}

function isWithin(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`) || path.startsWith(`${wanted}[`);
}
