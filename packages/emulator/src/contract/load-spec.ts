import { documents } from '@convapi/core/internal/documents';
import type { Schema } from './prepare-schemas.ts';

/** A parameter of an operation. */
export interface SpecParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One operation of the spec. */
export interface SpecOperation {
  id: string;
  method: string;
  path: string;
  parameters: SpecParameter[];
  /** JSON pointer to the schema of the body, inside its document. */
  bodyRef: string | undefined;
  /** The same for the body of the answer; absent when that is empty. */
  answerRef: string | undefined;
  /** At least one of these query parameters has to be there. */
  anyOfQuery: string[];
  document: 'conversation' | 'batch';
}

/** An OpenAPI document and its operations. */
export interface SpecDocument {
  name: 'conversation' | 'batch';
  json: Schema;
  operations: SpecOperation[];
}

/** Where the batch API lives on the emulator. Its host is another one at the vendor, and some of its paths are the same. */
export const BATCH_PREFIX = '/batch';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Both documents of the spec, as `@convapi/core` ships them. */
export function loadSpec(): SpecDocument[] {
  return [readDocument('conversation', documents.conversation as OpenApi), readDocument('batch', documents.batch as OpenApi)];
}

interface OpenApi {
  paths: Record<string, PathItem>;
  components: { parameters: Record<string, SpecParameter> };
}

interface Operation {
  operationId: string;
  parameters?: (SpecParameter | { $ref: string })[];
  responses: { 200?: { content?: object } };
  requestBody?: { content: { 'application/json': { schema: { $ref?: string } } } };
  'x-any-of-query'?: string[];
}

type PathItem = { parameters?: (SpecParameter | { $ref: string })[] } & Partial<Record<(typeof METHODS)[number], Operation>>;

function readDocument(name: SpecDocument['name'], json: OpenApi): SpecDocument {
  const operations = Object.entries(json.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(name, json, path, method, item, operation)] : [];
    }),
  );
  return { name, json: json as unknown as Schema, operations };
}

function readOperation(
  document: SpecDocument['name'],
  json: OpenApi,
  path: string,
  method: string,
  item: PathItem,
  operation: Operation,
): SpecOperation {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap((parameter) =>
    '$ref' in parameter ? (json.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? []) : parameter,
  );
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: document === 'batch' ? BATCH_PREFIX + path : path,
    parameters,
    bodyRef: operation.requestBody && pointer(path, method, 'requestBody'),
    answerRef: operation.responses[200]?.content && pointer(path, method, 'responses/200'),
    anyOfQuery: operation['x-any-of-query'] ?? [],
    document,
  };
}

function pointer(path: string, method: string, part: string): string {
  const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/paths/${escaped}/${method}/${part}/content/application~1json/schema`;
}

/** The title and the version of a document, for errors. */
export function titleOf(documents: readonly SpecDocument[], name: SpecDocument['name']): string {
  const json = documents.find((document) => document.name === name)?.json;
  const { title, version } = (json?.info ?? {}) as { title?: string; version?: string };
  return `version ${version} of the document "${title}"`;
}
