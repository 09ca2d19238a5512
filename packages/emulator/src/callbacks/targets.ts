import { refuseTarget } from './refuse-target.ts';

/** Where a callback goes, looked at. */
export interface Target {
  /** Why it may not go there, if it may not. */
  refusal: string | undefined;
  /** Parts of the URL, as node:http takes them. */
  options: { protocol: string; hostname: string; port: string; path: string; auth?: string };
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

const NOWHERE = { protocol: '', hostname: '', port: '', path: '' };

function look(target: string, allowTargets: readonly string[]): Target {
  const refusal = refuseTarget(target, allowTargets);
  if (refusal !== undefined) return { refusal, options: NOWHERE };
  const { protocol, hostname, port, pathname, search, username, password } = new URL(target);
  const auth = username || password ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` } : {};
  // An IPv6 address stands in brackets in a URL, and without them everywhere else.
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return { refusal, options: { protocol, hostname: host, port, path: `${pathname}${search}`, ...auth } };
}
