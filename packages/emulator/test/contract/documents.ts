import { createRequire } from 'node:module';

/** A JSON Schema, as the documents write it. */
export type Schema = { readonly [key: string]: unknown };

/** An operation as its document describes it. */
export interface Described {
  id: string;
  method: string;
  /** With the prefix under which the emulator serves the document. */
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  body: Schema | undefined;
  /** The body of an answer of status 200. */
  answer: Schema | undefined;
  statuses: number[];
  /** Looks up what a `$ref` of the document means. */
  resolve: (reference: string) => Schema;
}

interface Operation {
  operationId: string;
  parameters?: Schema[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { content?: { 'application/json': { schema: Schema } } }>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type PathItem = { parameters?: Schema[] } & Partial<Record<(typeof METHODS)[number], Operation>>;

/** Every operation of both documents, read from them and not from the emulator. */
export function readOperations(): Described[] {
  const require = createRequire(import.meta.url);
  return [
    ...operationsOf(require('@convapi/core/openapi.json') as Schema, ''),
    ...operationsOf(require('@convapi/core/batch.openapi.json') as Schema, '/batch'),
  ];
}

function operationsOf(document: Schema, prefix: string): Described[] {
  const resolve = (reference: string) =>
    reference
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Schema)[key.replaceAll('~1', '/').replaceAll('~0', '~')], document) as Schema;
  return Object.entries(document.paths as Record<string, PathItem>).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const given = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path: prefix + path,
        parameters: given.map((one) => (typeof one.$ref === 'string' ? resolve(one.$ref) : one)) as unknown as Described['parameters'],
        body: operation.requestBody?.content['application/json'].schema,
        answer: operation.responses['200']?.content?.['application/json'].schema,
        statuses: Object.keys(operation.responses).map(Number),
        resolve,
      };
    }),
  );
}
