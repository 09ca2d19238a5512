import { createTwoFilesPatch } from 'diff';
import type { LeftCode, Migration } from '../migrate-texts.ts';
import type { PlannedManifest } from './plan-manifests.ts';

/** The changes as a patch. */
export function formatPatch({ changes }: Migration, manifests: readonly PlannedManifest[]): string {
  return [...changes, ...manifests].map(({ path, before, after }) => createTwoFilesPatch(path, path, before, after)).join('\n');
}

/** The report in words. */
export function formatReport({ changes, left, calls }: Migration, manifests: readonly PlannedManifest[], dryRun: boolean): string {
  const lines = [
    `${changes.length} files ${dryRun ? 'would change' : 'changed'}; calls: ${calls.found} found, ${calls.rewritten} rewritten, ${calls.left} left`,
    ...manifests.flatMap(({ path, added, removed }) => [
      ...(added.length > 0 ? [`${path}: added ${added.join(', ')}`] : []),
      ...(removed.length > 0 ? [`${path}: removed ${removed.join(', ')}`] : []),
    ]),
    ...(manifests.length > 0 && !dryRun ? ['Run the install command of your package manager.'] : []),
    ...(left.length > 0 ? ['', `${left.length} left for you:`, ...left.map(formatLeft)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function formatLeft({ path, line, what, why, todo }: LeftCode): string {
  return `${path}:${line}  ${why}\n    ${what}${todo ? `\n    → ${todo}` : ''}`;
}
