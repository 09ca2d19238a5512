/** Names that always mean this machine. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Says whether a request asked for a host that is meant to be here. A page elsewhere can point a name of its own at 127.0.0.1,
 * but the browser then sends that name.
 */
export function createHostCheck(host: string, allowHosts: readonly string[]): (header: string | undefined) => boolean {
  const names = new Set([...LOCAL_NAMES, ...[host, ...allowHosts].map((name) => bracket(name.toLowerCase()))]);
  return (header) => header !== undefined && names.has(header.toLowerCase().replace(/:\d+$/, ''));
}

function bracket(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
