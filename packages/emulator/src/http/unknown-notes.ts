import type { FieldViolation } from '@convapi/core';
import type { SpecOperation } from '../contract/index.ts';

/** Places that are remembered, so that what callers make up does not fill the memory. */
const MOST_NOTED = 1000;

/** Tells of what was taken though the document does not know it, each thing once. */
export function createUnknownNotes(
  tell: (message: string) => void,
): (operation: SpecOperation, unknown: readonly FieldViolation[]) => void {
  const noted = new Set<string>();
  return ({ method, path }, unknown) => {
    for (const { field = '', description = '' } of unknown) {
      // The same field of another item of a list is the same thing.
      const note = `${method} ${path}: ${field.replaceAll(/\[\d+\]/g, '[]')} ${description}. Taken, as \`loose\` says.`;
      if (noted.has(note) || noted.size === MOST_NOTED) continue;
      noted.add(note);
      tell(note);
    }
  };
}
