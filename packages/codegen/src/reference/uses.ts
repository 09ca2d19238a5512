import { refName, type Schema } from '../openapi.ts';
import type { Operation } from '../read-operations.ts';
import { operationAddress } from './reference.ts';

/** A place where a schema is used. */
export interface Use {
  words: string;
  address: string;
}

export type Uses = ReadonlyMap<string, readonly Use[]>;

/** Where each schema is used: by operations first, then by other schemas. */
export function usesOf(
  schemas: Readonly<Record<string, Schema>>,
  operations: readonly Operation[],
  addressOf: (schema: string) => string,
): Uses {
  const uses = new Map<string, Map<string, Use>>();
  const note = (name: string, use: Use) => uses.set(name, (uses.get(name) ?? new Map<string, Use>()).set(use.address, use));
  for (const operation of operations) {
    const use = { words: `\`${operation.resource}.${operation.name}\``, address: operationAddress(operation) };
    for (const name of [operation.body, operation.response]) if (name) note(name, use);
  }
  for (const [user, schema] of Object.entries(schemas)) {
    for (const name of namesIn(schema)) if (name !== user) note(name, { words: user, address: addressOf(user) });
  }
  return new Map([...uses].map(([name, places]) => [name, [...places.values()]]));
}

function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const { $ref } = schema as Schema;
  const own = typeof $ref === 'string' ? [refName({ $ref }) ?? ''] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => (key === 'discriminator' ? [] : namesIn(value)))];
}
