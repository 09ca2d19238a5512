import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Change } from './changes.ts';
import { isObject } from './json.ts';
import { RULES } from './rules.ts';
import { UpdateError } from './update-error.ts';

/** Where single breaking changes are accepted, below the repository. */
export const ACCEPTANCES_FILE = 'spec/accepted.yaml';

/** `property.removed Contact.email` → why it may be written. */
export type Acceptances = Map<string, string>;

/**
 * Reads the accepted changes: a list of `change` (kind and place, as the report names them) and `reason`.
 *
 * @throws UpdateError when an entry has no reason, or names a kind of change that there is not.
 */
export async function readAcceptances(repository: string): Promise<Acceptances> {
  const text = await readFile(join(repository, ACCEPTANCES_FILE), 'utf8').catch(() => '[]');
  let entries: unknown;
  try {
    entries = parse(text) ?? [];
  } catch (cause) {
    throw new UpdateError(`${ACCEPTANCES_FILE} is not YAML: ${(cause as Error).message}`, { cause });
  }
  if (!Array.isArray(entries)) throw new UpdateError(`${ACCEPTANCES_FILE} is not a list.`);
  return new Map(entries.map((entry, index) => readEntry(entry, `${ACCEPTANCES_FILE}, entry ${index + 1}`)));
}

function readEntry(entry: unknown, place: string): [string, string] {
  const { change, reason } = isObject(entry) ? entry : {};
  if (typeof change !== 'string' || !((change.split(' ')[0] as string) in RULES)) {
    throw new UpdateError(
      `${place} needs "change": the kind and the place that the report gives, such as "property.removed Contact.email".`,
    );
  }
  if (typeof reason !== 'string' || reason.trim() === '') throw new UpdateError(`${place} (${change}) has no "reason".`);
  return [change, reason.trim()];
}

/** The name under which a change is accepted. */
export function acceptanceName({ kind, where }: Pick<Change, 'kind' | 'where'>): string {
  return `${kind} ${where}`;
}
