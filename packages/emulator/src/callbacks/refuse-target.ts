/**
 * May a callback go there? Without `allowTargets` only loopback addresses, so that a test never calls a stranger.
 *
 * @returns why not, or nothing
 */
export function refuseTarget(target: string, allowTargets: readonly string[]): string | undefined {
  const url = parse(target);
  if (!url) return 'The target is not a URL.';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'The target is not an http or https URL.';
  const host = url.hostname.toLowerCase();
  if (isLoopback(host) || isAllowed(host, allowTargets)) return undefined;
  return `The target ${host} is not on this machine. Allow it with the option webhooks.allowTargets or --allow-target.`;
}

/** Was this host named in the options? */
export function isAllowed(host: string, allowTargets: readonly string[]): boolean {
  return allowTargets.includes('*') || allowTargets.some((allowed) => allowed.toLowerCase() === host.toLowerCase());
}

function parse(target: string): URL | undefined {
  try {
    return new URL(target);
  } catch {
    return undefined;
  }
}

/** URL has already turned forms such as `127.1` or `0x7f000001` into four numbers. Where a name leads is looked at when connecting. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
