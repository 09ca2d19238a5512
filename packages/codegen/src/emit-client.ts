import { OPEN_TYPES } from './emit-core.ts';
import { emitTypes } from './emit-types.ts';
import type { Spec } from './load-spec.ts';
import { commentLines, literal } from './names.ts';
import { type Parameter, refName, type Schema } from './openapi.ts';
import { prepareSchemas } from './prepare-schemas.ts';
import type { Operation } from './read-operations.ts';

/** `operations.ts`: the table that the methods are made from. */
export function emitOperations(spec: Spec, operations: Operation[]): string {
  const hosts = {
    conversation: spec.conversation.servers[0]?.url,
    template: Object.values(spec.conversation.paths).flatMap((item) => item.servers ?? [])[0]?.url,
    batch: spec.batch.servers[0]?.url,
  };
  return [
    '/** Address of each host; `{region}` is filled in. */',
    'export const HOSTS = {',
    ...Object.entries(hosts).map(([name, url]) => `  ${name}: ${literal(url ?? '')},`),
    '} as const;',
    '',
    '/** Every operation by resource and method: HTTP method, path, then words; `parseOperation` says what they mean. */',
    'export const OPERATIONS = {',
    ...[...byResource(operations)].flatMap(([name, methods]) => [
      `  ${name}: {`,
      ...methods.map((one) => `    // ${one.id}\n    ${one.name}: ${literal(row(one))},`),
      '  },',
    ]),
    '} as const;',
    '',
  ].join('\n');
}

function byResource(operations: Operation[]): Map<string, Operation[]> {
  const resources = new Map<string, Operation[]>();
  for (const operation of operations) resources.set(operation.resource, [...(resources.get(operation.resource) ?? []), operation]);
  return resources;
}

/** A row of the table. */
function row({ method, path, host, pagination, retry, body, query, response }: Operation): string {
  const words = [method, path];
  if (host !== 'conversation') words.push(`host=${host}`);
  if (body) words.push('body');
  if (query.length > 0) words.push('query');
  if (retry === 'read' && method !== 'GET') words.push('read');
  if (retry === 'send') words.push('sends');
  if (!response) words.push('empty');
  if (pagination) words.push(`items=${pagination.items}`);
  if (pagination?.page_size) words.push(`pageSize=${pagination.page_size}`);
  if (pagination?.in === 'body') words.push('token=body');
  return words.join(' ');
}

/** `queries.ts`: the query parameters of each operation that has some, as one interface. */
export async function emitQueries(spec: Spec, operations: Operation[]): Promise<string> {
  const synthetic: Record<string, Schema> = {};
  for (const operation of operations) {
    if (operation.query.length > 0 && !isSpread(operation)) synthetic[queryName(operation)] = querySchema(operation);
  }
  const prepared = prepareSchemas(synthetic);
  const body = await emitTypes(prepared, Object.keys(spec.schemas));
  const used = [...Object.keys(spec.schemas), ...OPEN_TYPES].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body.replace(/\/\*\*[\s\S]*?\*\//g, '')),
  );
  return [`import type { ${used.sort().join(', ')} } from '@convapi/core';`, '', body].join('\n');
}

function querySchema(operation: Operation): Schema {
  const properties = operation.query.map(({ name, schema, description, required }) => {
    const described: Schema = description === undefined ? schema : { ...schema, description };
    return [name, described, required] as const;
  });
  return {
    type: 'object',
    description: `Query parameters of \`${operation.resource}.${operation.name}\`.`,
    required: properties.filter(([, , required]) => required).map(([name]) => name),
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
  };
}

/** `resources.ts`: an interface with the methods of each resource, and one with all resources. */
export function emitResources(spec: Spec, operations: Operation[]): string {
  const resources = byResource(operations);
  const tags = new Map([...(spec.conversation.tags ?? []), ...(spec.batch.tags ?? [])].map((tag) => [tag.name, tag.description ?? '']));
  return [
    ...imports(
      operations,
      operations.map((one) => itemType(spec, one)),
      "import type { CallOptions, CallPromise, PagePromise } from '../call.ts';",
    ),
    '',
    ...[...resources].flatMap(([name, methods]) => [
      comment([tags.get(methods[0]?.tag ?? '') ?? ''], ''),
      `export interface ${interfaceName(name)} {`,
      methods.map((one) => `${comment(documentation(one), '  ')}\n  ${one.name}${signature(one)}: ${promise(spec, one)};`).join('\n\n'),
      '}',
      '',
    ]),
    '/** Every resource of both documents. */',
    'export interface Resources {',
    ...[...resources].map(
      ([name, methods]) => `${comment([tags.get(methods[0]?.tag ?? '') ?? name], '  ')}\n  ${name}: ${interfaceName(name)};`,
    ),
    '}',
    '',
  ].join('\n');
}

/** What the types of methods stand for: schemas of core, query parameters, and what is theirs alone. */
function imports(operations: Operation[], items: (string | undefined)[], own: string): string[] {
  const names = new Set([
    ...items,
    ...operations.flatMap((one) => [one.body, one.response, ...one.pathParameters.map((p) => refName(p.schema))]),
  ]);
  const types = [...names].filter((name): name is string => name !== undefined && /^[A-Z]\w*$/.test(name)).sort();
  const queries = operations
    .filter((one) => one.query.length > 0 && !isSpread(one))
    .map(queryName)
    .sort();
  return [`import type { ${types.join(', ')} } from '@convapi/core';`, own, `import type { ${queries.join(', ')} } from './queries.ts';`];
}

/** The parameters of a method, in brackets. */
function signature(operation: Operation): string {
  const parameters = operation.pathParameters.map((one) => `${one.name}: ${refName(one.schema) ?? 'string'}`);
  if (operation.body) parameters.push(`body: ${operation.body}`);
  if (operation.query.length > 0) {
    const type = isSpread(operation) ? 'Record<string, string>' : queryName(operation);
    parameters.push(operation.query.some((one) => one.required) ? `query: ${type}` : `query?: ${type}`);
  }
  return `(${[...parameters, 'options?: CallOptions'].join(', ')})`;
}

function promise(spec: Spec, operation: Operation): string {
  const response = operation.response ?? 'void';
  const item = itemType(spec, operation);
  return item ? `PagePromise<${item}, ${response}>` : `CallPromise<${response}>`;
}

function documentation(operation: Operation): string[] {
  return [
    `${operation.summary}.`,
    ...(operation.description ? ['', operation.description] : []),
    '',
    `\`${operation.method} ${operation.path}\` (${operation.id})`,
    '',
    ...operation.pathParameters.map((one) => `@param ${one.name} - ${oneLine(one)}`),
    ...thrown(operation),
    ...(operation.deprecated ? ['@deprecated The service has retired this operation.'] : []),
  ];
}

function thrown({ retry }: Operation): string[] {
  return [
    '@throws {@link ApiError} when the service refuses, {@link AuthError} when there are no credentials that it takes,',
    '{@link ConnectionError} or {@link TimeoutError} when it cannot be reached.',
    ...(retry === 'send'
      ? [
          '@throws {@link DeliveryUnknownError} when the request left and no answer, or a server error, came back: look it up before you',
          'send it again. Its `taken` is `yes` when the service had taken it, else `unknown`.',
        ]
      : []),
  ];
}

function oneLine(parameter: Parameter): string {
  return (parameter.description ?? parameter.name).replace(/\s+/g, ' ');
}

function comment(lines: string[], indent: string): string {
  const text = lines.flatMap(commentLines);
  if (text.length === 1) return `${indent}/** ${text[0]} */`;
  return [`${indent}/**`, ...text.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

/** Type of the items of a list operation, written as it stands in the answer. */
function itemType(spec: Spec, operation: Operation): string | undefined {
  const { pagination, response } = operation;
  if (!pagination || !response) return undefined;
  const list = spec.schemas[response]?.properties?.[pagination.items];
  const name = list ? refName(list.items) : undefined;
  if (!name)
    throw new Error(
      `[@convapi/codegen] ${operation.id}: x-pagination names "${pagination.items}", which ${response} does not hold as a list of schemas.`,
    );
  return name;
}

/** A free-form query object, spread into parameters of its own names. */
function isSpread(operation: Operation): boolean {
  return operation.query.length === 1 && operation.query[0]?.schema.additionalProperties !== undefined;
}

function queryName(operation: Operation): string {
  return `${capitalized(operation.resource)}${capitalized(operation.name)}Query`;
}

function interfaceName(resource: string): string {
  return `${capitalized(resource)}Resource`;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
