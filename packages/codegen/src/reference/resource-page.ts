import type { Operation } from '../read-operations.ts';
import { hostByRegion } from './hosts.ts';
import { frontMatter, prose, table } from './markdown.ts';
import { operationSection } from './operation-section.ts';
import { kebab, type Reference, ROOT } from './reference.ts';

/** What the resources are called in headings, where the property of the client is not a good one. */
const TITLES: Readonly<Record<string, string>> = {
  templates: 'Templates (version 2)',
  templatesV1: 'Templates (version 1)',
  settings: 'Project settings',
  batch: 'Batches',
};

/** The title of the page of a resource. */
export function resourceTitle(resource: string): string {
  return TITLES[resource] ?? resource.charAt(0).toUpperCase() + resource.slice(1);
}

/** The page of a resource: its operations, one after the other. */
export function resourcePage(reference: Reference, resource: string, order: number): string {
  const operations = reference.operations.filter((one) => one.resource === resource).sort((a, b) => rank(a) - rank(b));
  const about = aboutOf(reference, operations[0]);
  const title = resourceTitle(resource);
  return [
    ...frontMatter({ title, description: `${title} in the Sinch Conversation API: ${about}`, order }),
    prose(about),
    '',
    ...table(['Operation', 'Call'], operations.map(overviewRow)),
    ...hosts(reference, operations[0]),
    `In the TypeScript examples, \`conversation\` is a client: [how to make it](${ROOT}/#client). The curl examples read \`$TOKEN\` and \`$SINCH_PROJECT_ID\`: [how to get them](${ROOT}/#curl).`,
    '',
    ...operations.flatMap((one) => operationSection(reference, one)),
  ].join('\n');
}

function overviewRow({ name, summary, method, path, deprecated }: Operation): [string, string] {
  const mark = deprecated ? ' (deprecated)' : '';
  return [`[${summary}](#${kebab(name)})${mark}`, `\`${method} ${path.replace(/^\/v\d\/projects\/\{project_id\}/, '…')}\``];
}

function aboutOf({ spec }: Reference, operation: Operation | undefined): string {
  const tags = [...(spec.conversation.tags ?? []), ...(spec.batch.tags ?? [])];
  return tags.find(({ name }) => name === operation?.tag)?.description ?? '';
}

function hosts({ spec }: Reference, operation: Operation | undefined): string[] {
  const rows = hostByRegion(spec, operation?.host ?? 'conversation').map(([region, url]) => [`\`${region}\``, `\`${url}\``] as const);
  return table(['Region', 'Host'], rows);
}

/** What is needed first comes first: make, read, change, remove. */
function rank({ method, name }: Operation): number {
  if (/^(send|create)/.test(name)) return 0;
  return { GET: 1, POST: 2, PATCH: 3, PUT: 3, DELETE: 4 }[method] ?? 5;
}
