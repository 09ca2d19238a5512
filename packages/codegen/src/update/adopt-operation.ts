import { jsonSchema, type OperationObject, type Parameter, refName, type Schema } from '../openapi.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import { isObject, type JsonObject } from './json.ts';
import type { SpecFiles, Spot } from './spec-files.ts';

/** The errors that every operation of ours documents, by status. */
const ERRORS: Record<string, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  429: 'TooManyRequests',
  500: 'InternalError',
  501: 'NotImplemented',
  503: 'Unavailable',
};

/** The vendor's operation as it will stand in one of our files: with our tag, our errors, and bodies that have names. */
export function adoptOperation(adoption: Adoption, id: string, operation: OperationObject, file: string, tag: string): JsonObject {
  const body = jsonSchema(operation.requestBody);
  const pagination = operation['x-pagination'] ?? findPagination(adoption, operation);
  const parameters = ((operation.parameters ?? []) as Parameter[]).filter((one) => one.in === 'query');
  return {
    operationId: id,
    tags: [tag],
    summary: (operation.summary ?? id).replace(/\.$/, ''),
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(operation.deprecated ? { deprecated: true } : {}),
    ...Object.fromEntries(
      Object.entries(operation).filter(([key]) => key === 'x-retry' || key === 'x-any-of-query' || key === 'x-uncertain'),
    ),
    ...(pagination ? { 'x-pagination': pagination } : {}),
    ...(parameters.length > 0 ? { parameters: parameters.map((one) => adoptParameter(adoption, one, file)) } : {}),
    ...(body ? { requestBody: adoptBody(adoption, named(adoption, `${phraseOf(id)}Request`, body), file) } : {}),
    responses: { ...adoptAnswer(adoption, id, operation, file), ...errorRefs(adoption.files) },
  };
}

/** A request body that holds a named schema. */
export function adoptBody(adoption: Adoption, schema: Schema, file: string): JsonObject {
  return { required: true, content: { 'application/json': { schema: adoptSchema(adoption, schema, file) } } };
}

/** The schema under a name of its own: methods and their types are made from names. */
export function named({ theirs }: Adoption, name: string, schema: Schema): Schema {
  if (refName(schema) !== undefined) return { $ref: `#/components/schemas/${refName(schema)}` };
  if (!theirs[name]) theirs[name] = schema;
  return { $ref: `#/components/schemas/${name}` };
}

export function adoptParameter(
  adoption: Adoption,
  { name, in: place, required, deprecated, description, style, explode, schema }: Parameter,
  file: string,
): JsonObject {
  return {
    name,
    in: place,
    ...(required ? { required } : {}),
    ...(description === undefined ? {} : { description }),
    ...(deprecated ? { deprecated } : {}),
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
    schema: adoptSchema(adoption, schema ?? { type: 'string' }, file),
  };
}

/** The parameters in a path, in its order; those that the vendor forgot to describe are text. */
export function adoptPathParameters(adoption: Adoption, path: string, shared: Parameter[], file: string): JsonObject[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => {
    if (name === 'project_id') return { $ref: '../parameters.yaml#/project_id' };
    const known = shared.find((one) => one.in === 'path' && one.name === name);
    return adoptParameter(adoption, { schema: { type: 'string' }, ...known, name, in: 'path', required: true }, file);
  });
}

function adoptAnswer(adoption: Adoption, id: string, operation: OperationObject, file: string): JsonObject {
  const [status, answer] = Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith('2')) ?? ['200', {}];
  const schema = jsonSchema(answer as { content?: Record<string, { schema: Schema }> });
  if (!schema || Object.keys(schema).every((word) => word === 'description' || word === 'type'))
    return { [status]: { description: 'Done.' } };
  const content = { 'application/json': { schema: adoptSchema(adoption, named(adoption, `${phraseOf(id)}Response`, schema), file) } };
  return { [status]: { description: 'Done.', content } };
}

function errorRefs(files: SpecFiles): JsonObject {
  const responses = files.get({ file: 'responses.yaml', path: [] });
  const known = Object.entries(ERRORS).filter(([, name]) => isObject(responses) && name in responses);
  return Object.fromEntries(known.map(([status, name]) => [status, { $ref: `../responses.yaml#/${name}` }]));
}

/** A list that is read page by page: its answer holds one list of schemas and the token of the next page. */
function findPagination({ theirs }: Adoption, operation: OperationObject): OperationObject['x-pagination'] {
  const answer = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
  const name = refName(jsonSchema(answer as { content?: Record<string, { schema: Schema }> }));
  const properties = (name === undefined ? undefined : theirs[name]?.properties) ?? {};
  const lists = Object.entries(properties).filter(([, one]) => one && refName(one.items) !== undefined);
  const [list, ...more] = lists;
  if (!('next_page_token' in properties) || !list || more.length > 0) return undefined;
  const inQuery = ((operation.parameters ?? []) as Parameter[]).some((one) => one.in === 'query' && one.name === 'page_token');
  return { items: list[0], token: 'next_page_token', in: inQuery ? 'query' : 'body' };
}

/** `Contact_MergeContact` → `MergeContact`. */
export function phraseOf(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}

/** The file and the tag of the operations with the same prefix, or new ones. */
export function homeOf(files: SpecFiles, id: string, tag: string | undefined): { file: string; tag: string } {
  const prefix = id.slice(0, id.lastIndexOf('_') + 1);
  for (const file of files.names().filter((name) => name.startsWith('paths/'))) {
    const operations = Object.values(contentOf(files, { file, path: [] })).flatMap((item) => (isObject(item) ? Object.values(item) : []));
    const sibling = operations.find((one) => isObject(one) && String(one.operationId).startsWith(prefix));
    if (isObject(sibling)) return { file, tag: Array.isArray(sibling.tags) ? String(sibling.tags[0]) : prefix };
  }
  const name = tag ?? id.slice(0, id.lastIndexOf('_'));
  const slug = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return { file: `paths/${slug || 'added'}.yaml`, tag: name };
}

function contentOf(files: SpecFiles, spot: Spot): JsonObject {
  const content = files.get(spot);
  return isObject(content) ? content : {};
}
