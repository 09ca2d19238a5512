import { operationsOf } from '../generate-files.ts';
import type { Spec } from '../load-spec.ts';
import { callbacksPage } from './callbacks-page.ts';
import { indexPage } from './index-page.ts';
import { kebab, type Reference, type ReferenceFacts, ROOT } from './reference.ts';
import { resourcePage } from './resource-page.ts';
import { schemaOverview, schemaPage } from './schema-page.ts';
import { usesOf } from './uses.ts';

/** The pages of the reference by their paths below the folder of the API: a page a resource, the callbacks, the types. */
export function emitReference(spec: Spec, facts: ReferenceFacts): Map<string, string> {
  const { schemas } = spec;
  const groupOf = new Map([...facts.groups].flatMap(([group, names]) => names.map((name) => [name, group.name] as const)));
  const addressOf = (name: string) => {
    const group = groupOf.get(name);
    if (group === undefined) throw new Error(`[@convapi/codegen] The type ${name} is on no page.`);
    return `${ROOT}/schemas/${group}#${name}`;
  };
  const linkTo = (name: string) => `[${name}](${addressOf(name)})`;
  const reference: Reference = { ...facts, spec, schemas, linkTo, operations: operationsOf(spec) };
  const resources = [...new Set(reference.operations.map(({ resource }) => resource))];
  const uses = usesOf(schemas, reference.operations, addressOf);
  return new Map([
    ['index.md', indexPage(reference, 1)],
    ...resources.map((resource, at) => [`${kebab(resource)}.md`, resourcePage(reference, resource, 2 + at)] as const),
    ['callbacks.md', callbacksPage(reference, 2 + resources.length)],
    ['schemas/index.md', schemaOverview(reference, 1)],
    ...[...facts.groups].map(
      ([group, names], at) => [`schemas/${group.name}.md`, schemaPage(reference, group, names, uses, 2 + at)] as const,
    ),
  ]);
}
