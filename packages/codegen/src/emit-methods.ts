import { imports, quote, row, signature } from './emit-client.ts';
import type { Operation } from './read-operations.ts';

/** `methods.ts`: each row of the table under a name of its own, so that a bundle holds those that a program names. */
export function emitMethods(operations: Operation[]): string {
  return [
    ...imports(operations, [], "import type { LeanCallOptions, MethodRow } from '../create-lean-client.ts';"),
    '',
    ...operations.flatMap((one) => [
      `/** ${one.summary}: \`${one.resource}.${one.name}\` (${one.id}). */`,
      `export const ${constantName(one)} = ${quote(`${one.resource}.${one.name} ${row(one)}`)} as MethodRow<${signature(one, 'LeanCallOptions')} => Promise<${one.response ?? 'void'}>>;`,
    ]),
    '',
  ].join('\n');
}

/** `templatesV1.list` → `TEMPLATES_V1_LIST` */
function constantName({ resource, name }: Operation): string {
  return `${resource}_${name}`.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
