import { type RouteTable, readRegion } from '../contract/index.ts';
import { BODY_LIMITS, readJson, urlOf } from '../requests/index.ts';
import type { FaultSubject } from './fault.ts';

/** The path of the token endpoint, and the name that rules know it by. */
export const TOKEN_PATH = '/oauth2/token';
export const TOKEN_OPERATION = 'Token';

/** What rules may ask about a call. */
export async function describeRequest(request: Request, routes: RouteTable): Promise<FaultSubject> {
  const url = urlOf(request);
  const path = url.pathname;
  const method = request.method;
  if (path === TOKEN_PATH) return { operation: TOKEN_OPERATION, method, path };
  const match = routes.find(method, readRegion(url, 'us').path.replace(/^(\/batch)?\/v1beta\//, '$1/v1/'));
  const named = createNames();
  for (const [key, value] of url.searchParams) named.note(key, value);
  for (const [key, value] of Object.entries('params' in match ? match.params : {})) named.note(key, value);
  if (isReadable(request)) {
    // A copy: the operation reads the body itself.
    const body = await readJson(request.clone());
    if ('value' in body) named.search(body.value);
  }
  return { ...('operation' in match ? { operation: match.operation.id } : {}), method, path, ...named.found };
}

/** A body that is refused for its size must not be touched: copying it would break the connection. */
function isReadable(request: Request): boolean {
  return Number(request.headers.get('content-length') ?? 0) <= BODY_LIMITS.mostBytes && request.body !== null;
}

/** Collects the channels, addresses and apps that a call names, wherever they stand. */
function createNames() {
  const found = { channels: [] as string[], identities: [] as string[], app_ids: [] as string[] };
  const lists: Readonly<Record<string, string[]>> = {
    channel: found.channels,
    channels: found.channels,
    channel_priority_order: found.channels,
    identity: found.identities,
    channel_identity: found.identities,
    app_id: found.app_ids,
  };

  function note(key: string, value: unknown): void {
    const list = Object.hasOwn(lists, key) ? lists[key] : undefined;
    if (!list) return;
    for (const one of [value].flat()) if (typeof one === 'string' && one !== '') list.push(one);
  }

  function search(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      note(key, part);
      search(part);
    }
  }

  return { found, note, search };
}
