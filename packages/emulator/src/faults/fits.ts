import type { FaultMatch, FaultSubject } from './fault.ts';

/** Does a rule speak of this? */
export function fits(match: FaultMatch, subject: FaultSubject): boolean {
  return (
    isSame(match.operation, subject.operation) &&
    isSame(match.method?.toUpperCase(), subject.method) &&
    isSame(match.trigger, subject.trigger) &&
    (match.path === undefined || matchesPath(match.path, subject.path ?? '')) &&
    isAmong(match.channel, subject.channels) &&
    isAmong(match.identity && withoutPlus(match.identity), subject.identities?.map(withoutPlus)) &&
    isAmong(match.app_id, subject.app_ids)
  );
}

function isSame(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}

function isAmong(wanted: string | undefined, values: readonly string[] = []): boolean {
  return wanted === undefined || values.includes(wanted);
}

/** Numbers are written with and without it. */
function withoutPlus(identity: string): string {
  return identity.replace(/^\+/, '');
}

/** Part by part rather than by a regular expression: the pattern comes from outside. */
function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
