/** The parts of an OpenAPI 3.1 document that the generator reads. */
export interface Document {
  servers: Server[];
  security?: Record<string, string[]>[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, PathItem>;
  webhooks?: Record<string, { post: OperationObject }>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, ResponseObject>;
    securitySchemes?: Record<string, { flows?: { clientCredentials?: { tokenUrl: string } } }>;
  };
}

export interface Server {
  url: string;
  variables?: Record<string, { enum?: string[]; default?: string }>;
}

export interface PathItem {
  servers?: Server[];
  parameters?: (Parameter | Reference)[];
  get?: OperationObject;
  post?: OperationObject;
  put?: OperationObject;
  patch?: OperationObject;
  delete?: OperationObject;
}

export interface OperationObject {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  servers?: Server[];
  security?: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, ResponseObject | Reference>;
  'x-pagination'?: { items: string; token?: string; in?: 'query' | 'body'; page_size?: number };
  'x-retry'?: 'read' | 'send';
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  schema: Schema;
  content?: Record<string, { schema: Schema }>;
}

export interface ResponseObject {
  description?: string;
  content?: Record<string, { schema: Schema }>;
}

export interface Reference {
  $ref: string;
}

/**
 * How a fact is known: the vendor's documents say so, all SDKs agree, or it was seen to be so.
 * What is only a guess is not required.
 */
export type Evidence = 'stated' | 'all SDKs' | 'observed';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: (string | number | boolean | null)[];
  const?: unknown;
  format?: string;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  deprecated?: boolean;
  readOnly?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema | false>;
  items?: Schema;
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  /** How it is known that the service wants the keys of `required` in a request: for all of them, or for each. */
  'x-evidence'?: Evidence | Record<string, Evidence>;
  /** Names that the schema had before; they live on as deprecated aliases. */
  'x-former-names'?: string[];
  [extension: `x-${string}`]: unknown;
}

/** The name behind `#/components/schemas/Name`. */
export function refName(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.split('/').pop();
}

/** Follows a reference into `components` of the document. */
export function resolve<T extends object>(document: Document, node: T | Reference): T {
  if (!('$ref' in node) || typeof node.$ref !== 'string') return node as T;
  const keys = node.$ref.slice(2).split('/');
  const found = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  if (!found) throw new Error(`[@convapi/codegen] ${node.$ref} leads nowhere.`);
  return found as T;
}

/** The schema of a JSON body, when there is one. */
export function jsonSchema(holder: { content?: Record<string, { schema: Schema }> } | undefined): Schema | undefined {
  return holder?.content?.['application/json']?.schema;
}
