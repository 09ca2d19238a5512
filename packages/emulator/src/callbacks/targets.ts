import { refuseTarget } from './refuse-target.ts';

/** Where a callback goes, looked at. */
export interface Target {
  /** Why it may not go there, if it may not. */
  refusal: string | undefined;
  origin: string;
  /** With the query. */
  path: string;
  /** Name and password of the URL, where it has them. */
  headers: { authorization: string } | undefined;
}

/** Looks at targets, each once while it is in use: a webhook has the same for all its callbacks, and a URL is dear to parse. */
export type TargetOf = (target: string) => Target;

/** Targets that are remembered. */
const MOST_KNOWN = 100;

export function createTargetOf(allowTargets: readonly string[]): TargetOf {
  const known = new Map<string, Target>();
  return (target) => {
    const found = known.get(target);
    if (found) return found;
    const made = look(target, allowTargets);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(target, made);
    return made;
  };
}

function look(target: string, allowTargets: readonly string[]): Target {
  const refusal = refuseTarget(target, allowTargets);
  if (refusal !== undefined) return { refusal, origin: '', path: '', headers: undefined };
  const { origin, pathname, search, username, password } = new URL(target);
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = username || password ? { authorization: `Basic ${user.toString('base64')}` } : undefined;
  return { refusal, origin, path: `${pathname}${search}`, headers };
}
