import type { Change, Edit } from './changes.ts';
import { compareOperation } from './compare-operations.ts';
import { createSchemaComparison } from './compare-schemas.ts';
import { compareHosts, compareSecurity } from './compare-servers.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { DocumentForm, OperationForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';
import { createFindings, type Findings } from './findings.ts';
import type { Pair } from './pair.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm } from './schema-form.ts';

/** What differs, what our spec says beyond the new document, and what the new one does not speak of. */
export interface Comparison {
  changes: Change[];
  silent: Change[];
  unspoken: string[];
  renames: Map<string, string>;
}

/**
 * Compares two documents. What words mean, not how they are arranged, decides. Of ours, only the part counts that documents of
 * this kind speak of; `before` is the previous document of the vendor, which tells what it no longer speaks of.
 */
export function compareDocuments(kind: DocumentKind, ours: DocumentForm, theirs: DocumentForm, before?: DocumentForm): Comparison {
  const findings = createFindings(kind);
  const schemas = createSchemaComparison(findings, ours.schemas, theirs.schemas);
  const coverage = coverageOf(kind, ours, theirs, before);
  const pairs = compareOperations(ours, theirs, coverage, findings);
  compareHosts(ours, theirs, pairs, findings);
  compareSecurity(pairs, findings);
  for (const pair of pairs) compareOperation(pair, schemas);
  compareWebhooks(kind, ours, theirs, schemas);
  // what the document before said, and this one does not, is a change
  const said = new Set(before ? compareDocuments(kind, before, theirs).silent.map(({ kind: what, where }) => `${what} ${where}`) : []);
  const isWithdrawn = ({ kind: what, where }: Change) => said.has(`${what} ${where}`);
  const silent = withoutChanged(findings);
  return {
    changes: [...findings.changes, ...silent.filter(isWithdrawn)],
    silent: silent.filter((one) => !isWithdrawn(one)),
    unspoken: coverage.unspoken,
    renames: schemas.renames,
  };
}

/** What is replaced as a whole anyway is not kept. */
function withoutChanged({ changes, silent }: Findings): Change[] {
  const replaced = new Set(changes.flatMap(({ where, edit }) => (edit?.do === 'replace' ? [where] : [])));
  return silent.filter(({ where }) => !replaced.has(where));
}

function compareOperations(ours: DocumentForm, theirs: DocumentForm, coverage: Coverage, findings: Findings): Pair[] {
  const left = new Map(Object.entries(ours.operations));
  const pairs: Pair[] = [];
  let previous: string | undefined;
  for (const [address, one] of Object.entries(theirs.operations)) {
    const known = left.has(address) ? address : [...left].find(([, { id }]) => one.id !== undefined && id === one.id)?.[0];
    const same = known === undefined ? undefined : left.get(known);
    if (known !== undefined && same) {
      left.delete(known);
      pairs.push({ ours: same, theirs: one });
      previous = one.path;
      continue;
    }
    const id = one.id ?? address;
    findings.add({
      kind: 'operation.added',
      where: id,
      operation: id,
      after: titleOf(one),
      edit: { do: 'add-operation', operation: one, after: previous },
    });
    previous = one.path;
  }
  for (const [address, one] of left) {
    if (!coverage.speaksOf(address)) continue;
    const id = one.id as string;
    const edit: Edit = { do: 'remove-operation', operation: id };
    findings.add({ kind: 'operation.removed', where: id, operation: id, before: titleOf(one), edit });
  }
  return pairs;
}

function titleOf({ method, path }: OperationForm): string {
  return `${method.toUpperCase()} ${path}`;
}

function compareWebhooks(kind: DocumentKind, ours: DocumentForm, theirs: DocumentForm, schemas: SchemaComparison): void {
  const { findings } = schemas;
  // most documents describe no webhooks at all
  if (theirs.webhooks === undefined || kind !== 'conversation') return;
  let previous: string | undefined;
  for (const [name, { body, source }] of Object.entries(theirs.webhooks)) {
    const same = ours.webhooks?.[name];
    if (!same) {
      const edit: Edit = { do: 'add-webhook', webhook: name, operation: source, after: previous };
      findings.add({ kind: 'webhook.added', where: name, webhook: name, after: describeForm(body), edit });
    } else if (body && same.body) {
      const isOther = body.ref !== undefined && same.body.ref !== undefined && !schemas.isSame(same.body.ref, body.ref);
      if (!isOther) schemas.compare({ root: { operation: name, in: 'body', parameter: '' }, steps: [] }, same.body, body);
      else if (!schemas.sayTheSame(same.body, body)) {
        const edit: Edit = { do: 'webhook-body', webhook: name, schema: body.source };
        const words = { before: describeForm(same.body), after: describeForm(body) };
        findings.add({ kind: 'webhook.replaced', where: name, webhook: name, ...words, edit });
      }
    }
    previous = name;
  }
  for (const name of Object.keys(ours.webhooks ?? {})) {
    if (theirs.webhooks[name]) continue;
    findings.add({ kind: 'webhook.removed', where: name, webhook: name, edit: { do: 'remove-webhook', webhook: name } });
  }
}
