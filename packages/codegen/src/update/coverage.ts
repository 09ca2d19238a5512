import type { DocumentForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';

/** Which of our operations a document speaks of. */
export interface Coverage {
  /** By address: an operation of this part that is missing in the document is gone. */
  speaksOf(address: string): boolean;
  /** Parts of ours that it does not speak of: `v1 templates on https://{region}.template.api.sinch.com (5 operations)`. */
  unspoken: string[];
}

/**
 * The vendor spreads the API over documents, and publishes some with parts left out. A document speaks of the parts of which it
 * has at least one operation, and of those that its previous version had; a part is a version and a resource: `v1 contacts`. Of
 * the others nothing is removed.
 */
export function coverageOf(kind: DocumentKind, ours: DocumentForm, theirs: DocumentForm, before: DocumentForm | undefined): Coverage {
  const spoken = new Set([theirs, before].flatMap((one) => Object.keys(one?.operations ?? {}).map(partOf)));
  const hosts = new Map<string, number>();
  for (const [address, { host }] of Object.entries(ours.operations)) {
    const part = partOf(address);
    // the template document never speaks of messages: nothing to tell
    if (spoken.has(part) || (kind === 'template' && !isTemplateHost(host))) continue;
    const name = `\`${part}\` on \`${host ?? 'no host'}\``;
    hosts.set(name, (hosts.get(name) ?? 0) + 1);
  }
  return {
    speaksOf: (address) => spoken.has(partOf(address)),
    unspoken: [...hosts].map(([name, count]) => `${name} (${count} operation${count === 1 ? '' : 's'})`),
  };
}

/** Templates have a host of their own. */
export function isTemplateHost(host: string | undefined): boolean {
  return host?.includes('.template.') ?? false;
}

/** `get /v1/projects/{}/messages:send` → `v1 messages`. */
function partOf(address: string): string {
  const [, version = '', resource = ''] = /^\w+ \/(v\d+)?(?:\/?projects\/\{\})?\/?([^/:{]*)/.exec(address) ?? [];
  return `${version} ${resource}`.trim();
}
