import type { ApiChange } from './api-change.ts';

/** Changes as lines to read, by entry, the breaking ones marked. */
export function formatChanges(changes: readonly ApiChange[]): string {
  const entries = [...new Set(changes.map(({ entry }) => entry))].toSorted();
  return entries
    .flatMap((entry) => [
      entry,
      ...changes
        .filter((one) => one.entry === entry)
        .map(({ name, breaking, text }) => `  ${breaking ? 'breaking' : 'ok      '}  ${name}: ${text}`),
    ])
    .join('\n');
}
