import type { Document } from '../openapi.ts';
import type { AddChange } from './changes.ts';
import { isObject } from './json.ts';

/** Regions and host of the service. */
export function compareServers(ours: Document, theirs: Document, add: AddChange): void {
  const [before, after] = [regionsOf(ours), regionsOf(theirs)];
  if (after.regions.length > 0 && before.regions.length > 0) {
    const edit = { do: 'regions', regions: after.regions } as const;
    for (const region of after.regions.filter((one) => !before.regions.includes(one))) {
      add({ kind: 'region.added', where: region, after: region, edit });
    }
    for (const region of before.regions.filter((one) => !after.regions.includes(one))) {
      add({ kind: 'region.removed', where: region, before: region, edit });
    }
  }
  if (before.host && after.host && before.host !== after.host) {
    add({ kind: 'server.changed', where: after.host, before: before.host, after: after.host, edit: { do: 'server', url: after.host } });
  }
}

/** Documents list their regions as a variable of one server, or as one server each. */
function regionsOf(document: Document): { regions: string[]; host: string | undefined } {
  const servers = (document.servers ?? []).filter(({ url }) => /^https:\/\/[^/]*api\.sinch\.com/.test(url));
  const regions = servers.flatMap(({ url, variables }) => {
    const [, region] = /^https:\/\/([a-z]{2})\./.exec(url) ?? [];
    return region ? [region] : (variables?.region?.enum ?? []);
  });
  const host = servers[0]?.url.replace(/^https:\/\/([a-z]{2}|\{\w+\})\./, 'https://{region}.').replace(/\/$/, '');
  return { regions: [...new Set(regions)], host };
}

/** The ways to authenticate, told by what they are: names of schemes differ between documents. */
export function compareSecurity(ours: Document, theirs: Document, add: AddChange): void {
  const [before, after] = [schemesOf(ours), schemesOf(theirs)];
  if (after.size === 0) return;
  const { security } = theirs as unknown as { security?: unknown };
  const edit = { do: 'security', security, schemes: Object.fromEntries(after.values()) } as const;
  for (const way of after.keys()) if (!before.has(way)) add({ kind: 'security.changed', where: way, after: 'new', edit });
  for (const way of before.keys()) if (!after.has(way)) add({ kind: 'security.changed', where: way, before: 'gone', edit });
}

/** What a scheme is → its name and text. */
function schemesOf(document: Document): Map<string, [string, unknown]> {
  const { security, components } = document as unknown as {
    security?: Record<string, unknown>[];
    components: { securitySchemes?: Record<string, unknown> };
  };
  const ways = new Map<string, [string, unknown]>();
  for (const name of (security ?? []).flatMap((one) => Object.keys(one))) {
    const scheme = components.securitySchemes?.[name];
    if (isObject(scheme)) ways.set(wayOf(scheme), [name, scheme]);
  }
  return ways;
}

function wayOf({ type, scheme, flows, in: place, name }: { [key: string]: unknown }): string {
  if (type === 'http') return `HTTP ${String(scheme).toLowerCase()}`;
  if (type === 'apiKey') return `key ${String(name)} in ${String(place)}`;
  const credentials = isObject(flows) ? flows.clientCredentials : undefined;
  return isObject(credentials) ? `OAuth2 client credentials at ${String(credentials.tokenUrl)}` : String(type);
}
