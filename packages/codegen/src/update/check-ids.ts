import { methodName, resourceName } from '../method-names.ts';
import type { Change } from './changes.ts';
import type { DocumentForm } from './document-form.ts';
import { UpdateError } from './update-error.ts';

/** Names that mean something to JavaScript or to the client itself. */
const TAKEN = new Set(['then', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'request', 'close']);

/**
 * Looks whether a method can be named after each new operation id.
 *
 * @throws UpdateError with advice on every one that cannot be used.
 */
export function checkIds(changes: Change[], ours: DocumentForm): void {
  const gone = new Set(
    changes.flatMap(({ edit }) => (edit?.do === 'remove-operation' || edit?.do === 'rename-operation' ? [edit.operation] : [])),
  );
  const methods = new Map<string, string>();
  for (const { id } of Object.values(ours.operations)) if (id !== undefined && !gone.has(id)) methods.set(methodOf(id), id);
  const problems = changes.flatMap(({ edit }) => {
    if (edit?.do === 'rename-operation') return problemOf(edit.to, edit.operation, methods) ?? [];
    if (edit?.do !== 'add-operation') return [];
    const { id = '', method, path } = edit.operation;
    const problem = problemOf(id, `${method.toUpperCase()} ${path}`, methods);
    if (problem === undefined) return [];
    return `${problem} Add an overlay: target "$.paths['${path}'].${method}", update { operationId: Resource_DoSomething }.`;
  });
  if (problems.length > 0) throw new UpdateError(['no method can be named after these:', ...problems].join('\n- '));
}

function problemOf(id: string, who: string, methods: Map<string, string>): string | undefined {
  if (id === '') return `${who} is new and has no operation id.`;
  if (!/^[A-Za-z]\w*_[A-Za-z]\w*$/.test(id)) return `${who} is new and its operation id ${JSON.stringify(id)} has no "Resource_" prefix.`;
  const method = methodOf(id);
  const [resource = '', name = ''] = method.split('.');
  if (TAKEN.has(name) || TAKEN.has(resource)) return `${who}: ${id} would be called as client.${method}, a name that is taken.`;
  const other = methods.get(method);
  if (other !== undefined && other !== id) return `${who}: ${id} would be called as client.${method}, like ${other}.`;
  methods.set(method, id);
  return undefined;
}

function methodOf(id: string): string {
  return `${resourceName(id)}.${methodName(id)}`;
}
