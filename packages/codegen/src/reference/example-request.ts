import type { Spec } from '../load-spec.ts';
import { bodyOf, parameterValue, sentQuery } from '../postman/emit-request.ts';
import type { Operation } from '../read-operations.ts';

/** The values that stand for `{{APP}}`, `{{CONTACT}}` and the other variables of examples. */
export type ExampleValues = Readonly<Record<string, string>>;

/** One call of an operation that works as it stands. */
export interface ExampleRequest {
  operation: Operation;
  /** The values of the path, `project_id` left out, in the order of the path. */
  path: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/**
 * The request of the Postman collection with values in place of its variables, so that there is one set of examples.
 *
 * @throws Error naming a variable that has no value.
 */
export function exampleRequest(spec: Spec, operation: Operation, values: ExampleValues): ExampleRequest {
  const path = Object.fromEntries(operation.pathParameters.map(({ name }) => [name, parameterValue(operation, name)]));
  return fill({ operation, path, query: sentQuery(operation), body: bodyOf(spec, operation) }, operation, values);
}

/** Where a variable stands in the example of an operation. */
const VARIABLE = /\{\{\$?(\w+)\}\}/g;

function fill({ path, query, body, operation }: ExampleRequest, { id }: Operation, values: ExampleValues): ExampleRequest {
  const text = JSON.stringify({ path, query, body }).replace(VARIABLE, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`[@convapi/codegen] The example of ${id} needs a value for ${name}.`);
    return JSON.stringify(value).slice(1, -1);
  });
  return { operation, body: undefined, ...(JSON.parse(text) as Omit<ExampleRequest, 'operation' | 'body'>) };
}

/** The path with its values; `$SINCH_PROJECT_ID` or another text stands for the project. */
export function filledPath({ operation, path, query }: ExampleRequest, project: string): string {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'project_id' ? project : encodeURIComponent(path[name] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
