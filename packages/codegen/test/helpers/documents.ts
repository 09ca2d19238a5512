import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentForm, documentForm } from '../../src/update/document-form.ts';
import { isObject, type JsonObject } from '../../src/update/json.ts';
import { normalise } from '../../src/update/normalise.ts';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** A document as loosely as a test wants to change it. */
export interface LooseSchema {
  [word: string]: unknown;
  properties: Record<string, LooseSchema>;
  required: string[];
  enum: string[];
}

export interface LooseOperation {
  [word: string]: unknown;
  parameters: JsonObject[];
}

export interface LooseDocument {
  [word: string]: unknown;
  info: JsonObject;
  servers: { url: string; variables: { region: { enum: string[] } } }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, LooseOperation>>;
  webhooks: Record<string, { post: LooseOperation }>;
  components: { schemas: Record<string, LooseSchema>; securitySchemes: Record<string, LooseSchema> };
}

const TEXTS = {
  conversation: readFileSync(join(repository, 'packages/core/openapi.json'), 'utf8'),
  batch: readFileSync(join(repository, 'packages/core/batch.openapi.json'), 'utf8'),
};

/** Our own document, as if the vendor had published it. */
export function vendorDocument(kind: 'conversation' | 'batch' = 'conversation'): LooseDocument {
  return JSON.parse(TEXTS[kind]) as LooseDocument;
}

/** What a document says. */
export function saidBy(document: LooseDocument): DocumentForm {
  return documentForm(normalise('theirs', document));
}

/** The document after a change, which alters it or returns another. */
export function changed(document: LooseDocument, change: (document: LooseDocument) => unknown): LooseDocument {
  const other = change(document);
  return isObject(other) && 'paths' in other ? (other as LooseDocument) : document;
}

/** The document with a schema under another name, wherever it is referred to. */
export function renamed(document: LooseDocument, from: string, to: string): LooseDocument {
  const { schemas } = document.components;
  schemas[to] = schemas[from] as LooseSchema;
  delete schemas[from];
  return JSON.parse(JSON.stringify(document).replaceAll(`schemas/${from}"`, `schemas/${to}"`)) as LooseDocument;
}

/** The operation with an id. */
export function operation(document: LooseDocument, id: string): LooseOperation {
  const found = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .find((one) => one.operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

/** The schema with a name. */
export function schema(document: LooseDocument, name: string): LooseSchema {
  const found = document.components.schemas[name];
  if (!found) throw new Error(`no schema ${name}`);
  return found;
}

/** The document without what it says about errors. */
export function withoutErrors(document: LooseDocument): void {
  for (const item of Object.values(document.paths)) {
    for (const one of Object.values(item)) if (!Array.isArray(one)) one.responses = { 200: (one.responses as JsonObject)[200] };
  }
}

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** An operation that our spec does not have, with a body and an answer that it does not have either. */
export function addArchiveOperation(document: LooseDocument): LooseDocument {
  document.paths['/v1/projects/{project_id}/contacts/{contact_id}:archive'] = {
    post: {
      operationId: 'Contact_ArchiveContact',
      tags: ['Contact'],
      summary: 'Archive a contact.',
      description: 'Puts a contact aside.',
      parameters: [
        { name: 'project_id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'contact_id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'notify', in: 'query', schema: { type: 'boolean' } },
      ],
      requestBody: {
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['reason'],
              properties: { reason: { type: 'string', example: 'moved' }, note: ref('ArchiveNote') },
            },
          },
        },
      },
      responses: {
        200: { description: 'A successful response.', content: { 'application/json': { schema: ref('ArchivedContact') } } },
        default: { description: 'An error.' },
      },
    },
  };
  const { schemas } = document.components as unknown as { schemas: Record<string, unknown> };
  schemas.ArchiveNote = { type: 'object', properties: { text: { type: 'string', 'x-internal': true } } };
  schemas.ArchivedContact = {
    type: 'object',
    description: 'A contact that was put aside.',
    properties: { contact: ref('Contact'), state: { type: 'string', enum: ['ARCHIVED', 'PENDING'] } },
  };
  return document;
}

/** A webhook that our spec does not have, with its envelope and payload in one flat object. */
export function addEditedWebhook(document: LooseDocument): LooseDocument {
  const content = { 'application/json': { schema: ref('MessageEditedEvent') } };
  document.webhooks.MESSAGE_EDITED = { post: { summary: 'Message edited', parameters: [], requestBody: { content }, responses: {} } };
  schema(document, 'WebhookTrigger').enum.push('MESSAGE_EDITED');
  const envelope = schema(document, 'ConversationCallbackEvent').properties;
  const { schemas } = document.components as unknown as { schemas: Record<string, unknown> };
  schemas.MessageEditedEvent = { type: 'object', properties: { ...envelope, message_edited_notification: ref('MessageEdited') } };
  schemas.MessageEdited = {
    type: 'object',
    properties: { message_id: { type: 'string' }, edited_at: { type: 'string', format: 'date-time' } },
  };
  return document;
}

/** Our document without the templates: the vendor publishes those apart. */
export function withoutTemplates(document: LooseDocument): LooseDocument {
  const paths = Object.entries(document.paths).filter(([path]) => !/\/templates/.test(path));
  return { ...document, paths: Object.fromEntries(paths) };
}

/** The templates of version 2 alone, on their own host, with schemas that begin with small letters, as the vendor writes them. */
export function templateDocument(): LooseDocument {
  const document = vendorDocument();
  const [server] = document.servers;
  const own = Object.entries(document.paths).filter(([path]) => path.startsWith('/v2/'));
  const paths = own.map(([path, { servers: _, ...item }]) => [path, item]);
  const { webhooks: _, ...rest } = document;
  const text = JSON.stringify({
    ...rest,
    servers: [{ ...server, url: 'https://{region}.template.api.sinch.com' }],
    paths: Object.fromEntries(paths),
  });
  return JSON.parse(
    text.replaceAll('"V2Template"', '"v2Template"').replaceAll('schemas/V2Template"', 'schemas/v2Template"'),
  ) as LooseDocument;
}

/** A document of the first year: 3.0, every second path, no webhooks, nothing that only 3.1 can say. */
export function oldDocument(): LooseDocument {
  const document = toOpenApi30(vendorDocument());
  delete (document as JsonObject)['x-webhooks'];
  Object.keys(document.paths).forEach((path, index) => {
    if (index % 2 === 1) delete document.paths[path];
  });
  document.info.version = '0.9';
  return document;
}

/** The same document in the words of OpenAPI 3.0; what 3.0 cannot say is left out. */
export function toOpenApi30(document: LooseDocument): LooseDocument {
  const { webhooks, ...rest } = document;
  const converted = convert({ ...rest, openapi: '3.0.3', 'x-webhooks': webhooks }, false) as LooseDocument;
  delete converted.info.summary;
  return converted;
}

function convert(node: unknown, isMap: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => convert(item, false));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, convert(value, key === 'properties' && !isMap)]);
  const copy = Object.fromEntries(entries) as JsonObject;
  return isMap ? copy : toWords30(copy);
}

function toWords30({ propertyNames: _, ...node }: JsonObject): JsonObject {
  if (Array.isArray(node.type)) {
    const [type] = node.type.filter((one) => one !== 'null');
    return { ...node, type, nullable: true };
  }
  const { oneOf, ...outer } = node;
  if (Array.isArray(oneOf) && oneOf.length === 2 && oneOf.some((one) => isObject(one) && one.type === 'null')) {
    return { ...outer, nullable: true, allOf: oneOf.filter((one) => isObject(one) && one.type !== 'null') };
  }
  const { $ref, ...siblings } = node;
  if (typeof $ref === 'string' && Object.keys(siblings).length > 0) return { allOf: [{ $ref }], ...siblings };
  return node;
}
