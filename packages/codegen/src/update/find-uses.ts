import type { Spec } from '../load-spec.ts';
import { jsonSchema, type OperationObject, type PathItem, refName, resolve, type Schema } from '../openapi.ts';

/** Where a named schema travels. */
export interface Uses {
  requests: Set<string>;
  answers: Set<string>;
  webhooks: Set<string>;
}

/** Every schema that an operation or a webhook reaches, with those that reach it. */
export function findUses(spec: Spec): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  const note = (schema: Schema | undefined, side: keyof Uses, who: string): void => {
    for (const name of reachable(spec.schemas, schema)) {
      const entry = uses.get(name) ?? { requests: new Set(), answers: new Set(), webhooks: new Set() };
      uses.set(name, entry);
      entry[side].add(who);
    }
  };
  for (const document of [spec.conversation, spec.batch]) {
    for (const operation of Object.values(document.paths).flatMap(operationsIn)) {
      note(jsonSchema(operation.requestBody), 'requests', operation.operationId);
      for (const one of operation.parameters ?? [])
        note(resolve(document, one as { schema: Schema }).schema, 'requests', operation.operationId);
      for (const one of Object.values(operation.responses)) note(jsonSchema(resolve(document, one)), 'answers', operation.operationId);
    }
    for (const [name, { post }] of Object.entries(document.webhooks ?? {})) note(jsonSchema(post.requestBody), 'webhooks', name);
  }
  return uses;
}

function operationsIn(item: PathItem): OperationObject[] {
  return [item.get, item.post, item.put, item.patch, item.delete].filter((one) => one !== undefined);
}

/** The names that a schema refers to, and those that they refer to. */
export function reachable(schemas: Record<string, Schema>, schema: Schema | undefined): Set<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [schema];
  for (let node = waiting.pop(); node !== undefined || waiting.length > 0; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const name = refName(node as Schema);
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      waiting.push(schemas[name]);
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'mapping') waiting.push(child);
  }
  return names;
}
