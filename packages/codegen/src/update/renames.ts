import { canonical } from './json.ts';
import { bodyOf, reference, type Sides } from './schema-bodies.ts';
import { type Form, type Forms, plain } from './schema-form.ts';

/** Two schemas of one place with this share of names in common are one schema under two names. */
const LIKENESS = 0.6;

/**
 * Whether two differently named schemas that stand at the same place are one that was renamed: each name is known to its own
 * side alone, and what they hold is much the same.
 */
export function findRename({ ours, theirs, renames }: Sides, nameA: string, nameB: string): boolean {
  if (nameB in ours || nameA in theirs || renames.has(nameA) || [...renames.values()].includes(nameB)) return false;
  const [a, b] = [contents(ours, nameA), contents(theirs, nameB)];
  if (a === undefined || b === undefined) return false;
  if (a.size === 0 || b.size === 0) return canonical(plain(ours[nameA] as Form)) === canonical(plain(theirs[nameB] as Form));
  const common = [...a].filter((name) => b.has(name)).length;
  return common / new Set([...a, ...b]).size >= LIKENESS;
}

/** The names that a schema holds: its properties, values, variants. */
function contents(schemas: Forms, name: string): Set<string> | undefined {
  if (!schemas[name]) return undefined;
  const { all, members } = bodyOf(schemas, reference(name));
  return new Set([...Object.keys(all.properties ?? {}), ...(all.values ?? []).map(String), ...members.flatMap((one) => one.name ?? [])]);
}
