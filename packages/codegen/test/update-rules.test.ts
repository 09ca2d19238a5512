import { beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../src/update/compare-documents.ts';
import type { DocumentForm } from '../src/update/document-form.ts';
import type { JsonObject } from '../src/update/json.ts';
import { highest, type Kind, type Level, levelOf, RULES } from '../src/update/rules.ts';
import {
  changed,
  type LooseDocument,
  ref,
  renamed,
  saidBy,
  schema,
  toOpenApi30,
  vendorDocument,
  withoutErrors,
} from './helpers/documents.ts';
import { MUTATIONS } from './helpers/mutations.ts';

let ours: DocumentForm;
beforeAll(() => {
  ours = saidBy(vendorDocument());
});

/** `kind where` of everything that differs between our document and a changed one. */
function changesAfter(change: (document: LooseDocument) => unknown, kind: 'conversation' | 'batch' = 'conversation'): string[] {
  const left = kind === 'batch' ? saidBy(vendorDocument('batch')) : ours;
  const theirs = saidBy(changed(vendorDocument(kind), change));
  return compareDocuments(kind, left, theirs).changes.map((one) => `${one.kind} ${one.where}`);
}

describe('a document that says the same', () => {
  test('has no changes, for both documents', () => {
    expect(changesAfter(() => undefined)).toEqual([]);
    expect(changesAfter(() => undefined, 'batch')).toEqual([]);
  });

  test('has none in the words of 3.0 either', () => {
    expect(changesAfter(toOpenApi30)).toEqual([]);
  });

  test.each<[string, (document: LooseDocument) => unknown]>([
    [
      'other texts, titles and examples',
      (document) => void Object.assign(schema(document, 'Contact'), { description: 'Other.', title: 'Contact', example: { id: 1 } }),
    ],
    [
      'extensions of other tools',
      (document) => void Object.assign(schema(document, 'Contact'), { 'x-readme': {}, 'x-go-type': 'Contact' }),
    ],
    [
      'none of our extensions',
      (document) =>
        JSON.parse(JSON.stringify(document, (key, value) => (key.startsWith('x-') && !key.startsWith('x-sinch') ? undefined : value))),
    ],
    ['no webhooks', (document) => void delete (document as JsonObject).webhooks],
    ['no errors', withoutErrors],
    ['bodies and answers behind references', behindReferences],
    ['alternatives that have names', withNamedAlternatives],
    ['other names of path parameters', (document) => JSON.parse(JSON.stringify(document).replaceAll('{contact_id}', '{contact}'))],
    [
      'keys in another order',
      (document) =>
        void Object.assign(document.components, { schemas: Object.fromEntries(Object.entries(document.components.schemas).reverse()) }),
    ],
    [
      'no limits',
      (document) => JSON.parse(JSON.stringify(document, (key, value) => (/^(max|min)(imum|Length|Items)$/.test(key) ? undefined : value))),
    ],
    [
      'a schema written out in place of its name',
      (document) =>
        void Object.assign(schema(document, 'Contact').properties, { language: structuredClone(schema(document, 'ContactLanguage')) }),
    ],
    ['schemas that nothing refers to', (document) => void Object.assign(document.components.schemas, { Unused: { type: 'object' } })],
    [
      'a server for each region',
      (document) =>
        void Object.assign(document, {
          servers: ['eu', 'us', 'br'].map((region) => ({ url: `https://${region}.conversation.api.sinch.com/` })) as never,
        }),
    ],
    [
      'security schemes of other names',
      (document) => {
        document.components.securitySchemes = {
          BasicAuth: document.components.securitySchemes.basic,
          OAuth: document.components.securitySchemes.oAuth2,
        } as never;
        document.security = [{ BasicAuth: [] }, { OAuth: [] }];
      },
    ],
    [
      'keys of alternatives without their grouping',
      (document) => {
        const message = schema(document, 'Recipient') as unknown as JsonObject & { oneOf: JsonObject[] };
        message.properties = Object.assign({}, message.properties, ...message.oneOf.map((one) => one.properties));
        delete (message as JsonObject).oneOf;
      },
    ],
    [
      'a base written out',
      (document) => {
        const event = schema(document, 'ContactCreateEvent') as unknown as { allOf: JsonObject[] };
        const properties = { ...schema(document, 'ConversationCallbackEvent').properties, ...(event.allOf[1]?.properties as JsonObject) };
        const { required } = schema(document, 'ConversationCallbackEvent');
        document.components.schemas.ContactCreateEvent = { type: 'object', properties, required } as never;
      },
    ],
    ['numbers of another width', (document) => JSON.parse(JSON.stringify(document).replaceAll('"int32"', '"int64"'))],
  ])('has none with %s', (_, change) => {
    expect(changesAfter(change)).toEqual([]);
  });
});

/** Level of a kind of change for those who send and those who receive. */
const LEVELS: Record<Kind, [request: Level, response: Level]> = {
  'operation.added': ['minor', 'minor'],
  'operation.removed': ['major', 'major'],
  'operation.renamed': ['major', 'major'],
  'operation.moved': ['minor', 'minor'],
  'operation.arguments': ['major', 'major'],
  'operation.deprecated': ['minor', 'minor'],
  'operation.host': ['major', 'major'],
  'operation.security': ['major', 'major'],
  'parameter.added': ['minor', 'minor'],
  'parameter.added-required': ['major', 'major'],
  'parameter.removed': ['major', 'major'],
  'parameter.required': ['major', 'major'],
  'parameter.optional': ['minor', 'minor'],
  'parameter.deprecated': ['minor', 'minor'],
  'parameter.style': ['major', 'major'],
  'body.added': ['major', 'major'],
  'body.removed': ['major', 'major'],
  'body.replaced': ['major', 'major'],
  'body.required': ['major', 'major'],
  'body.optional': ['minor', 'minor'],
  'body.media': ['major', 'major'],
  'answer.added': ['minor', 'minor'],
  'answer.removed': ['major', 'major'],
  'answer.replaced': ['major', 'major'],
  'answer.status': ['major', 'major'],
  'answer.media': ['major', 'major'],
  'webhook.added': ['minor', 'minor'],
  'webhook.removed': ['major', 'major'],
  'webhook.replaced': ['major', 'major'],
  'security.added': ['minor', 'minor'],
  'security.removed': ['major', 'major'],
  'security.changed': ['major', 'major'],
  'server.changed': ['major', 'major'],
  'region.added': ['minor', 'minor'],
  'region.removed': ['major', 'major'],
  'region.default': ['minor', 'minor'],
  'schema.added': ['minor', 'minor'],
  'schema.removed': ['major', 'major'],
  'schema.renamed': ['major', 'major'],
  'schema.renamed-with-alias': ['minor', 'minor'],
  'property.added': ['minor', 'minor'],
  'property.added-required': ['major', 'minor'],
  'property.removed': ['major', 'major'],
  'property.required': ['major', 'minor'],
  'property.optional': ['minor', 'major'],
  'type.changed': ['major', 'major'],
  'type.widened': ['minor', 'major'],
  'type.narrowed': ['major', 'minor'],
  'enum.added': ['minor', 'minor'],
  'enum.removed': ['major', 'minor'],
  'enum.closed': ['major', 'minor'],
  'enum.opened': ['minor', 'minor'],
  'variant.added': ['minor', 'minor'],
  'variant.removed': ['major', 'major'],
  'alternatives.changed': ['major', 'minor'],
  'keys.changed': ['major', 'minor'],
  'map.changed': ['major', 'major'],
  'properties.closed': ['major', 'minor'],
  'required.changed': ['major', 'major'],
  'discriminator.changed': ['major', 'major'],
  'limit.narrowed': ['major', 'patch'],
  'limit.widened': ['minor', 'patch'],
  'pattern.changed': ['major', 'patch'],
  'format.changed': ['major', 'minor'],
  'default.changed': ['minor', 'minor'],
  'read-only.added': ['minor', 'patch'],
  'write-only.added': ['patch', 'major'],
  'field.deprecated': ['minor', 'minor'],
  'word.withdrawn': ['minor', 'minor'],
  unclassified: ['major', 'major'],
};

describe('the rules', () => {
  test.each(Object.entries(LEVELS) as [Kind, [Level, Level]][])('%s is weighed by direction', (kind, [request, response]) => {
    expect(levelOf(kind, { request: true, response: false })).toBe(request);
    expect(levelOf(kind, { request: false, response: true })).toBe(response);
    expect(levelOf(kind, { request: true, response: true })).toBe(highest([request, response]));
  });

  test('each has a document that it claims, except what follows from others or from the document before', () => {
    const told = new Set(MUTATIONS.flatMap(([, names]) => names.map((name) => name.split(' ')[0])));
    const derived = [
      'body.required',
      'body.optional',
      'schema.added',
      'schema.removed',
      'schema.renamed-with-alias',
      'enum.opened',
      'word.withdrawn',
    ];
    expect(Object.keys(RULES).filter((kind) => !told.has(kind))).toEqual(derived);
  });

  test('a changed schema is told once, wherever it is used', () => {
    expect(changesAfter((document) => void delete schema(document, 'ChannelIdentity').properties.app_id)).toEqual([
      'property.removed ChannelIdentity.app_id',
    ]);
  });

  test('a renamed schema is told as that and not as new types everywhere, also when a part of it changed', () => {
    const found = changesAfter((document) => {
      delete schema(document, 'ChannelIdentity').properties.app_id;
      return renamed(document, 'ChannelIdentity', 'Address');
    });
    expect(found.sort()).toEqual(['property.removed ChannelIdentity.app_id', 'schema.renamed ChannelIdentity']);
  });

  test('another schema in its place is not a renamed one', () => {
    const found = changesAfter((document) => {
      document.components.schemas.Tongue = { type: 'string', enum: ['ONE', 'TWO'] } as never;
      schema(document, 'Contact').properties.language = ref('Tongue') as never;
    });
    expect(found).toEqual(['type.changed Contact.language']);
  });
});

/** Requests and answers the way bundled documents keep them: below components, referred to. */
function behindReferences(document: LooseDocument): void {
  const components = document.components as unknown as Record<string, JsonObject>;
  const [requestBodies, responses]: JsonObject[] = [{}, {}];
  Object.assign(components, { requestBodies, responses: { ...components.responses, ...responses } });
  for (const one of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    if (Array.isArray(one)) continue;
    const id = String(one.operationId);
    const answers = one.responses as JsonObject;
    Object.assign(components.responses ?? {}, { [id]: answers[200] });
    answers[200] = { $ref: `#/components/responses/${id}` };
    if (!one.requestBody) continue;
    Object.assign(requestBodies ?? {}, { [id]: one.requestBody });
    one.requestBody = { $ref: `#/components/requestBodies/${id}` };
  }
}

function withNamedAlternatives(document: LooseDocument): void {
  const message = schema(document, 'AppMessage') as unknown as { oneOf: { required: string[] }[] };
  message.oneOf = message.oneOf.map((one) => {
    const name = `AppMessage_${one.required[0]}`;
    Object.assign(document.components.schemas, { [name]: { type: 'object', ...one } });
    return ref(name) as never;
  });
}
