import { OPERATIONS } from './generated/operations.ts';
import type { Resources } from './generated/resources.ts';
import { type Caller, type Operation, parseOperation } from './operation.ts';
import { toArguments } from './to-arguments.ts';

type Method = (...args: unknown[]) => unknown;

/**
 * Makes the methods of all resources from the table. The generator writes their types beside it (`Resources`), and a
 * test calls each; code for each method would be four times as large.
 */
export function createResources(call: Caller): Resources {
  const resources = Object.entries(OPERATIONS).map(([resource, rows]) => {
    const methods = Object.entries(rows).map(([name, row]) => [name, toMethod(`${resource}.${name}`, row, call)]);
    return [resource, Object.fromEntries(methods)];
  });
  return Object.fromEntries(resources) as Resources;
}

function toMethod(name: string, row: string, call: Caller): Method {
  let operation: Operation | undefined;
  return (...args) => {
    operation ??= parseOperation(`${name} ${row}`);
    return call(operation, () => toArguments(operation as Operation, args));
  };
}
