import type { Spec } from '../load-spec.ts';
import type { Change } from './changes.ts';
import type { DocumentKind } from './document-kinds.ts';

/** The types that came and went with the changes; a renamed one did neither. */
export function derivedChanges(document: DocumentKind, before: Spec, after: Spec, renames: Map<string, string>): Change[] {
  const [old, fresh] = [Object.keys(before.schemas), Object.keys(after.schemas)];
  const added = fresh.filter((name) => !before.schemas[name] && ![...renames.values()].includes(name));
  const removed = old.filter((name) => !after.schemas[name] && !renames.has(name));
  return [
    ...added.map((name): Change => ({ kind: 'schema.added', document, where: name, schema: name })),
    ...removed.map((name): Change => ({ kind: 'schema.removed', document, where: name, schema: name })),
  ];
}
