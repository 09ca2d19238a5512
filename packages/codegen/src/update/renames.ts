import { canonical } from './json.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { type Schemas, viewSchema } from './schema-view.ts';

/** Two schemas of one place with this share of names in common are one schema under two names. */
const LIKENESS = 0.6;

/**
 * Whether two differently named schemas that stand at the same place are one that was renamed: each name is known to its own
 * side alone, and what they hold is much the same.
 */
export function findRename({ ours, theirs, renames }: SchemaComparison, nameA: string, nameB: string): boolean {
  if (nameB in ours || nameA in theirs || renames.has(nameA) || [...renames.values()].includes(nameB)) return false;
  const [a, b] = [contents(ours, nameA), contents(theirs, nameB)];
  if (a === undefined || b === undefined) return false;
  if (a.size === 0 || b.size === 0) return canonical(ours[nameA]) === canonical(theirs[nameB]);
  const common = [...a].filter((name) => b.has(name)).length;
  return common / new Set([...a, ...b]).size >= LIKENESS;
}

/** The names that a schema holds: its properties, values, variants. */
function contents(schemas: Schemas, name: string): Set<string> | undefined {
  const schema = schemas[name];
  if (!schema) return undefined;
  const view = viewSchema(schemas, schema);
  return new Set([...view.properties.keys(), ...(view.values ?? []), ...view.variants]);
}
