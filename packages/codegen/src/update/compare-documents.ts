import { type Document, jsonSchema, type OperationObject, type Parameter, type PathItem, type Schema } from '../openapi.ts';
import type { AddChange, Change, Edit } from './changes.ts';
import { createSchemaComparison } from './compare-schemas.ts';
import { compareSecurity, compareServers } from './compare-servers.ts';
import type { DocumentKind } from './overlays.ts';
import type { Kind } from './rules.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeSchema } from './schema-view.ts';

/** What differs, and what our spec says beyond the new document. */
export interface Comparison {
  changes: Change[];
  kept: string[];
  renames: Map<string, string>;
}

/** An operation with the path item it stands in. */
interface Found {
  path: string;
  method: string;
  operation: OperationObject;
  parameters: Parameter[];
  server: string | undefined;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Compares two normalised documents. What words mean, not how they are arranged, decides; texts and extensions are not looked at. */
export function compareDocuments(kind: DocumentKind, ours: Document, theirs: Document): Comparison {
  const schemas = createSchemaComparison(kind, ours.components.schemas, theirs.components.schemas);
  const changes: Change[] = [];
  const add: AddChange = (one) => void changes.push({ ...one, document: kind });
  compareServers(ours, theirs, add);
  compareSecurity(ours, theirs, add);
  comparePaths(ours, theirs, schemas, add);
  compareWebhooks(ours, theirs, schemas, add);
  return { changes: [...changes, ...schemas.changes], kept: [...schemas.kept].sort(), renames: schemas.renames };
}

function comparePaths(ours: Document, theirs: Document, schemas: SchemaComparison, add: AddChange): void {
  const [before, after] = [operationsOf(ours), operationsOf(theirs)];
  const left = new Map(before.map((one) => [one, true]));
  for (const one of after) {
    const same =
      before.find((other) => left.has(other) && addressOf(other) === addressOf(one)) ??
      before.find((other) => left.has(other) && one.operation.operationId === other.operation.operationId);
    if (same) {
      left.delete(same);
      compareOperation(same, one, schemas, add);
    } else {
      const { method, path, operation, parameters, server } = one;
      const edit: Edit = { do: 'add-operation', method, path, operation, shared: parameters, server };
      const id = operation.operationId ?? `${method.toUpperCase()} ${path}`;
      add({ kind: 'operation.added', where: id, operation: id, after: `${method.toUpperCase()} ${path}`, edit });
    }
  }
  for (const { method, path, operation } of left.keys()) {
    const id = operation.operationId;
    const edit: Edit = { do: 'remove-operation', operation: id };
    add({ kind: 'operation.removed', where: id, operation: id, before: `${method.toUpperCase()} ${path}`, edit });
  }
}

function operationsOf(document: Document): Found[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as PathItem)[method];
      if (!operation) return [];
      const own = (operation.parameters ?? []) as Parameter[];
      const shared = ((item.parameters ?? []) as Parameter[]).filter((one) => !own.some((other) => sameParameter(one, other)));
      return [{ path, method, operation, parameters: [...shared, ...own], server: item.servers?.[0]?.url }];
    }),
  );
}

/** Method and path, whatever the parameters in it are called. */
function addressOf({ method, path }: Found): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

function sameParameter(a: Parameter, b: Parameter): boolean {
  return a.name === b.name && a.in === b.in;
}

function compareOperation(a: Found, b: Found, schemas: SchemaComparison, add: AddChange): void {
  const id = a.operation.operationId;
  const tell = (kind: Kind, edit: Edit, words: { before?: string; after?: string } = {}): void =>
    add({ kind, where: id, operation: id, ...words, edit });
  if (addressOf(a) !== addressOf(b)) {
    const count = (path: string) => path.split('{').length;
    const kind = count(a.path) === count(b.path) ? 'operation.moved' : 'operation.arguments';
    tell(kind, { do: 'move-operation', operation: id, path: b.path }, { before: a.path, after: b.path });
  }
  const renamed = b.operation.operationId;
  // an id that no method can be made from is not a better name
  if (renamed !== undefined && renamed !== id && /^\w+_\w+$/.test(renamed)) {
    tell('operation.renamed', { do: 'rename-operation', operation: id, to: renamed }, { before: id, after: renamed });
  }
  if (b.operation.deprecated && !a.operation.deprecated) tell('operation.deprecated', { do: 'deprecate-operation', operation: id });
  compareParameters(id, a, b, schemas, add);
  compareBody(id, a.operation, b.operation, schemas, tell);
  compareAnswer(id, a.operation, b.operation, schemas, tell);
}

function compareParameters(id: string, a: Found, b: Found, schemas: SchemaComparison, add: AddChange): void {
  // path parameters are positions; headers and cookies are the transport's
  const [before, after] = [a, b].map(({ parameters }) => parameters.filter((one) => one.in === 'query')) as [Parameter[], Parameter[]];
  const tell = (kind: Kind, { name }: Parameter, edit: Edit, words: { before?: string; after?: string } = {}): void =>
    add({ kind, where: `${id} query ${name}`, operation: id, ...words, edit });
  for (const one of after) {
    const same = before.find((other) => sameParameter(one, other));
    if (!same) {
      const edit: Edit = { do: 'add-parameter', operation: id, parameter: one };
      tell(one.required ? 'parameter.added-required' : 'parameter.added', one, edit, { after: describeSchema(one.schema) });
      continue;
    }
    if (Boolean(one.required) !== Boolean(same.required)) {
      const edit: Edit = { do: 'require-parameter', operation: id, in: one.in, name: one.name, required: Boolean(one.required) };
      tell(one.required ? 'parameter.required' : 'parameter.optional', one, edit);
    }
    schemas.compare({ root: { operation: id, in: one.in, parameter: one.name }, steps: [] }, same.schema ?? {}, one.schema ?? {});
  }
  for (const one of before.filter((other) => !after.some((same) => sameParameter(same, other)))) {
    tell(
      'parameter.removed',
      one,
      { do: 'remove-parameter', operation: id, in: one.in, name: one.name },
      { before: describeSchema(one.schema) },
    );
  }
}

type Tell = (kind: Kind, edit: Edit, words?: { before?: string; after?: string }) => void;

function compareBody(id: string, a: OperationObject, b: OperationObject, schemas: SchemaComparison, tell: Tell): void {
  const [before, after] = [jsonSchema(a.requestBody), jsonSchema(b.requestBody)];
  const edit: Edit = { do: 'body', operation: id, schema: after, required: b.requestBody?.required ?? false };
  compareWhole(before, after, schemas, (kind) => tell(`body.${kind}`, edit, words(before, after)));
}

function compareAnswer(id: string, a: OperationObject, b: OperationObject, schemas: SchemaComparison, tell: Tell): void {
  const success = ({ responses }: OperationObject) =>
    Object.entries(responses ?? {}).find(([status]) => status.startsWith('2')) as
      | [string, { content?: Record<string, { schema: Schema }> }]
      | undefined;
  const [before, after] = [success(a), success(b)];
  // a document that lists errors only, or a default, leaves the answer open
  if (!before || !after) return;
  const [left, right] = [jsonSchema(before[1]), jsonSchema(after[1])];
  const edit: Edit = { do: 'response', operation: id, status: before[0], schema: right };
  compareWhole(left, right, schemas, (kind) => tell(`answer.${kind}`, edit, words(left, right)));
}

function words(before: Schema | undefined, after: Schema | undefined): { before: string; after: string } {
  return { before: describeSchema(before), after: describeSchema(after) };
}

/** A body as a whole: it may come, go, or become another; otherwise its inside is compared. */
function compareWhole(
  before: Schema | undefined,
  after: Schema | undefined,
  schemas: SchemaComparison,
  tell: (kind: 'added' | 'removed' | 'replaced') => void,
): void {
  if (after && isOpen(after)) return;
  if (!before && !after) return;
  if (!before || !after) {
    tell(before ? 'removed' : 'added');
    return;
  }
  const place = { root: { schema: '' }, steps: [] };
  const [nameA, nameB] = [before, after].map((schema) => schema.$ref?.split('/').pop());
  if (nameA !== undefined && nameB !== undefined && !schemas.isSame(nameA, nameB, place)) tell('replaced');
  else schemas.compare(place, before, after);
}

/** `{}` and `type: object` without anything else. */
function isOpen(schema: Schema): boolean {
  return (
    Object.keys(schema).every((word) => ['type', 'description', 'title', 'properties'].includes(word)) &&
    Object.keys(schema.properties ?? {}).length === 0
  );
}

function compareWebhooks(ours: Document, theirs: Document, schemas: SchemaComparison, add: AddChange): void {
  // most documents describe no webhooks at all
  if (theirs.webhooks === undefined || Object.keys(theirs.webhooks).length === 0) return;
  for (const [name, item] of Object.entries(theirs.webhooks)) {
    const schema = jsonSchema(item.post?.requestBody);
    const same = ours.webhooks?.[name];
    if (!same) {
      add({
        kind: 'webhook.added',
        where: name,
        webhook: name,
        after: describeSchema(schema),
        edit: { do: 'add-webhook', webhook: name, operation: item.post },
      });
      continue;
    }
    const before = jsonSchema(same.post.requestBody);
    compareWhole(before, schema, schemas, () => {
      if (schema)
        add({
          kind: 'webhook.replaced',
          where: name,
          webhook: name,
          ...words(before, schema),
          edit: { do: 'webhook-body', webhook: name, schema },
        });
    });
  }
  for (const name of Object.keys(ours.webhooks ?? {})) {
    if (!theirs.webhooks[name]) add({ kind: 'webhook.removed', where: name, webhook: name, edit: { do: 'remove-webhook', webhook: name } });
  }
}
