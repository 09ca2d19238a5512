import { methodName, resourceName } from './method-names.ts';
import { isParameterName } from './names.ts';
import { type Document, jsonSchema, type OperationObject, type Parameter, refName, resolve } from './openapi.ts';
import { ownName } from './own-bodies.ts';

export type Host = 'conversation' | 'template' | 'batch';

/** One operation, with everything that a method, a table row or a collection entry needs. */
export interface Operation {
  id: string;
  tag: string;
  method: string;
  path: string;
  host: Host;
  /** Property of the client, e.g. `messages`. */
  resource: string;
  /** Method on that property, e.g. `send`. */
  name: string;
  summary: string;
  description: string;
  deprecated: boolean;
  pathParameters: Parameter[];
  query: Parameter[];
  /** Name of the type of the body. */
  body: string | undefined;
  /** Name of the schema of the answer. */
  response: string | undefined;
  pagination: OperationObject['x-pagination'];
  /** `read`: repeating it changes nothing; `send`: repeating it may reach a person twice. */
  retry: 'read' | 'send' | 'write';
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Reads the operations of one document, in the order of the document. */
export function readOperations(document: Document, host: Host): Operation[] {
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      checkNames(operation, path);
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolve<Parameter>(document, one));
      operations.push({
        id: operation.operationId,
        tag: operation.tags?.[0] ?? '',
        method: method.toUpperCase(),
        path,
        host: hostOf(item.servers?.[0]?.url, host),
        resource: resourceName(operation.operationId),
        name: methodName(operation.operationId),
        summary: operation.summary ?? '',
        description: operation.description ?? '',
        deprecated: operation.deprecated ?? false,
        pathParameters: parameters.filter((one) => one.in === 'path' && one.name !== 'project_id'),
        query: parameters.filter((one) => one.in === 'query'),
        body: bodyName(operation),
        response: responseName(document, operation),
        pagination: operation['x-pagination'],
        retry: operation['x-retry'] ?? (method === 'get' ? 'read' : 'write'),
      });
    }
  }
  return operations;
}

/** Ids become methods, placeholders their parameters. */
function checkNames({ operationId }: OperationObject, path: string): void {
  if (!/^\w+$/.test(operationId)) throw new Error(`[@convapi/codegen] operation id ${JSON.stringify(operationId)} cannot be a name.`);
  const odd = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name).filter((name) => !isParameterName(name));
  if (odd.length > 0) throw new Error(`[@convapi/codegen] ${operationId}: {${odd[0]}} in its path cannot be the name of a parameter.`);
}

function hostOf(url: string | undefined, fallback: Host): Host {
  return url?.includes('.template.') ? 'template' : fallback;
}

function bodyName(operation: OperationObject): string | undefined {
  const schema = jsonSchema(operation.requestBody);
  if (!schema) return undefined;
  const name = ownName(schema) ?? refName(schema);
  if (!name) throw new Error(`[@convapi/codegen] ${operation.operationId}: give the request body a schema of its own.`);
  return name;
}

function responseName(document: Document, operation: OperationObject): string | undefined {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  if (!success) throw new Error(`[@convapi/codegen] ${operation.operationId}: no 2xx response.`);
  return refName(jsonSchema(resolve(document, success)));
}
