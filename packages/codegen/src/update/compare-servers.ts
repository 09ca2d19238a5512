import type { DocumentForm } from './document-form.ts';
import type { Findings } from './findings.ts';
import { canonical } from './json.ts';
import type { Pair } from './pair.ts';

/** Where operations are served, and in which regions. */
export function compareHosts(ours: DocumentForm, theirs: DocumentForm, pairs: Pair[], findings: Findings): void {
  for (const [before, own] of groupBy(
    pairs.filter((pair) => pair.ours.host && pair.theirs.host),
    (pair) => pair.ours.host as string,
  )) {
    const byHost = groupBy(own, (pair) => pair.theirs.host as string);
    for (const [after, moved] of byHost) {
      const operations = moved.map((pair) => pair.ours.id as string);
      if (after === before) continue;
      const edit = { do: 'server', operations, url: after } as const;
      if (byHost.size === 1) findings.add({ kind: 'server.changed', where: after, before, after, edit });
      else
        for (const id of operations)
          findings.add({ kind: 'operation.host', where: id, operation: id, before, after, edit: { ...edit, operations: [id] } });
    }
    const [after] = byHost.keys();
    if (byHost.size === 1 && after !== undefined) compareRegions(before, after, ours, theirs, findings);
  }
}

function compareRegions(hostBefore: string, hostAfter: string, ours: DocumentForm, theirs: DocumentForm, findings: Findings): void {
  const [before, after] = [ours.hosts[hostBefore], theirs.hosts[hostAfter]];
  if (!before || !after || before.regions.length === 0 || after.regions.length === 0) return;
  // where regions of the main host come or go, those of the others do, too: told once
  const edit = { do: 'regions', host: hostAfter, regions: after.regions } as const;
  for (const region of after.regions.filter((one) => !before.regions.includes(one))) {
    findings.add({ kind: 'region.added', where: region, after: `${region} of ${hostAfter}`, edit });
  }
  for (const region of before.regions.filter((one) => !after.regions.includes(one))) {
    findings.add({ kind: 'region.removed', where: region, before: `${region} of ${hostBefore}`, edit });
  }
  if (after.defaultRegion !== undefined && before.defaultRegion !== after.defaultRegion) {
    const words = { before: before.defaultRegion ?? 'none', after: after.defaultRegion };
    findings.add({
      kind: 'region.default',
      where: hostAfter,
      ...words,
      edit: { do: 'default-region', host: hostAfter, region: after.defaultRegion },
    });
  }
}

/** The ways to authenticate. What changes for all operations alike is told once. */
export function compareSecurity(pairs: Pair[], findings: Findings): void {
  const told = pairs.filter((pair) => pair.theirs.security !== undefined);
  const found = new Map<string, { kind: 'security.added' | 'security.removed' | 'security.changed'; way: string; operations: Pair[] }>();
  for (const pair of told) {
    const [before, after] = [pair.ours.security ?? {}, pair.theirs.security ?? {}];
    for (const way of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (canonical(before[way]) === canonical(after[way])) continue;
      const kind = !(way in before) ? 'security.added' : way in after ? 'security.changed' : 'security.removed';
      const entry = found.get(`${kind} ${way}`) ?? { kind, way, operations: [] };
      found.set(`${kind} ${way}`, entry);
      entry.operations.push(pair);
    }
  }
  for (const { kind, way, operations } of found.values()) {
    if (operations.length === told.length) {
      findings.add({ kind, where: way, edit: { do: 'security', operation: undefined, requirements: requirementsOf(operations[0]) } });
      continue;
    }
    for (const pair of operations) {
      const id = pair.ours.id as string;
      findings.add({
        kind: 'operation.security',
        where: id,
        operation: id,
        after: `${way}: ${kind.split('.')[1]}`,
        edit: { do: 'security', operation: id, requirements: requirementsOf(pair) },
      });
    }
  }
}

function requirementsOf(pair: Pair | undefined): Record<string, string[]>[] {
  return pair?.theirs.requirements ?? [];
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
