import type { JsonObject } from '../../src/update/json.ts';
import {
  addArchiveOperation,
  addEditedWebhook,
  type LooseDocument,
  type LooseSchema,
  operation,
  ref,
  renamed,
  schema,
} from './documents.ts';

/** What is done to our document, and what has to be told of it: `kind where`; nothing, when the wire stays as it was. */
export type Mutation = [title: string, told: string[], change: (document: LooseDocument) => unknown];

type Loose = Record<string, unknown> & { oneOf: LooseSchema[]; allOf: LooseSchema[]; type: unknown };

const at = (document: LooseDocument, name: string) => schema(document, name) as unknown as Loose;
const put = (name: string, words: JsonObject) => (document: LooseDocument) => void Object.assign(schema(document, name), words);
const putField = (name: string, field: string, words: JsonObject) => (document: LooseDocument) =>
  void Object.assign(schema(document, name).properties[field] ?? {}, words);
const setField = (name: string, field: string, value: JsonObject) => (document: LooseDocument) =>
  void Object.assign(schema(document, name).properties, { [field]: value });
const cutField =
  (name: string, field: string, ...words: string[]) =>
  (document: LooseDocument) => {
    for (const word of words) delete schema(document, name).properties[field]?.[word];
  };
const putOperation = (id: string, words: JsonObject) => (document: LooseDocument) => void Object.assign(operation(document, id), words);
const putParameter = (id: string, name: string, words: JsonObject) => (document: LooseDocument) =>
  void Object.assign(parameter(document, id, name), words);
const json = (body: JsonObject): JsonObject => ({ description: 'ok', content: { 'application/json': { schema: body } } });
const itemOf = (document: LooseDocument, path: string) => document.paths[`/v1/projects/{project_id}/${path}`] as unknown as JsonObject;

function parameter(document: LooseDocument, id: string, name: string): JsonObject {
  const item = Object.values(document.paths).find((one) => Object.values(one).some((other) => other.operationId === id));
  const all = [...operation(document, id).parameters, ...((item?.parameters ?? []) as unknown as JsonObject[])];
  return all.find((one) => one.name === name) ?? {};
}

/** The flow of the client credentials. */
function flow(document: LooseDocument): JsonObject {
  const { flows } = document.components.securitySchemes.oAuth2 as unknown as { flows: { clientCredentials: JsonObject } };
  return flows.clientCredentials;
}

/** Everything under one name, whatever refers to it. */
const addSchema = (document: LooseDocument, name: string, value: JsonObject) =>
  void Object.assign(document.components.schemas, { [name]: value });

export const MUTATIONS: Mutation[] = [
  // null
  ['a named schema takes null', ['type.widened RateLimits'], put('RateLimits', { type: ['object', 'null'] })],
  [
    'a named enum takes null',
    ['type.widened DeliveryStatus'],
    (d) => {
      at(d, 'DeliveryStatus').type = ['string', 'null'];
      (at(d, 'DeliveryStatus') as unknown as LooseSchema).enum.push(null as never);
    },
  ],
  ['a field takes null', ['type.widened Contact.email'], putField('Contact', 'email', { type: ['string', 'null'] })],
  [
    'a field takes null by a reference',
    ['type.widened Contact.language'],
    setField('Contact', 'language', { oneOf: [ref('ContactLanguage'), { type: 'null' }] }),
  ],
  ['a field no longer takes null', ['type.narrowed AppMessage.agent'], setField('AppMessage', 'agent', ref('Agent'))],
  [
    'items take null',
    ['type.widened Contact.channel_priority[]'],
    (d) =>
      void Object.assign(schema(d, 'Contact').properties.channel_priority ?? {}, {
        items: { oneOf: [ref('ConversationChannel'), { type: 'null' }] },
      }),
  ],
  [
    'null moves from the place into the schema',
    [],
    (d) => {
      setField('AppMessage', 'agent', ref('Agent'))(d);
      at(d, 'Agent').type = ['object', 'null'];
      for (const name of ['AgentJoinedEvent', 'AgentLeftEvent']) {
        const { agent } = schema(d, name).properties;
        if (agent) agent.$ref = '#/components/schemas/PlainAgent';
      }
      addSchema(d, 'PlainAgent', { ...structuredClone(schema(d, 'Agent')), type: 'object' });
    },
  ],
  // types
  ['a type more', ['type.widened Contact.email'], putField('Contact', 'email', { type: ['string', 'integer'] })],
  ['another type', ['type.changed Contact.email'], putField('Contact', 'email', { type: 'integer' })],
  ['integers become numbers', ['type.widened RateLimits.inbound'], putField('RateLimits', 'inbound', { type: 'number' })],
  ['a list in place of one', ['type.changed Contact.email'], setField('Contact', 'email', { type: 'array', items: { type: 'string' } })],
  [
    'another type of items',
    ['type.changed Contact.channel_priority[]'],
    (d) => void Object.assign(schema(d, 'Contact').properties.channel_priority ?? {}, { items: { type: 'integer' } }),
  ],
  ['a named schema has another type', ['type.changed RateLimits'], put('RateLimits', { type: 'string' })],
  ['another schema at a place', ['type.changed Contact.language'], setField('Contact', 'language', ref('ConversationChannel'))],
  ['a constant', ['enum.closed Contact.email'], putField('Contact', 'email', { const: 'x' })],
  [
    'anything at a place becomes something',
    ['map.changed FlowActionPayload.data'],
    (d) => {
      const { data } = schema(d, 'FlowActionPayload').properties;
      if (data) data.additionalProperties = { type: 'string' };
    },
  ],
  // enums
  ['a value more', ['enum.added MessageQueue'], (d) => void schema(d, 'MessageQueue').enum.push('LOW')],
  ['a value less', ['enum.removed MessageQueue'], (d) => void schema(d, 'MessageQueue').enum.pop()],
  [
    'a number among texts',
    ['type.widened MessageQueue'],
    (d) => {
      schema(d, 'MessageQueue').enum.push(3 as never);
      at(d, 'MessageQueue').type = ['string', 'integer'];
    },
  ],
  ['a list of values where there was none', ['enum.closed Contact.email'], putField('Contact', 'email', { enum: ['a'] })],
  // required
  [
    'a key must be sent',
    ['property.required ContactCreateRequest.email'],
    (d) => void schema(d, 'ContactCreateRequest').required.push('email'),
  ],
  ['a key may be missing', ['property.optional ChannelIdentity.identity'], put('ChannelIdentity', { required: ['channel'] })],
  [
    'a new key must be sent',
    ['property.added-required ChannelIdentity.zone'],
    (d) => {
      setField('ChannelIdentity', 'zone', { type: 'string' })(d);
      schema(d, 'ChannelIdentity').required.push('zone');
    },
  ],
  [
    'alternatives lose what they require',
    ['alternatives.changed Recipient'],
    (d) => {
      for (const one of at(d, 'Recipient').oneOf) delete (one as JsonObject).required;
    },
  ],
  [
    'one alternative loses what it requires',
    ['alternatives.changed Choice'],
    (d) => void delete (at(d, 'Choice').oneOf[1] as unknown as JsonObject).required,
  ],
  [
    'an alternative requires more',
    ['alternatives.changed Recipient', 'property.added-required Recipient.app'],
    (d) => {
      const one = at(d, 'Recipient').oneOf[0];
      if (one) {
        one.properties.app = { type: 'string' } as never;
        one.required.push('app');
      }
    },
  ],
  ['a key that is described nowhere must be there', ['required.changed Contact'], put('Contact', { required: ['ghost'] })],
  [
    'fields become alternatives',
    ['alternatives.changed UrlMessage', 'property.optional UrlMessage.title', 'property.optional UrlMessage.url'],
    (d) => {
      const { properties } = schema(d, 'UrlMessage');
      addSchema(d, 'UrlMessage', { oneOf: ['title', 'url'].map((key) => ({ properties: { [key]: properties[key] }, required: [key] })) });
    },
  ],
  // fields
  ['a field more', ['property.added Contact.nick'], setField('Contact', 'nick', { type: 'string' })],
  ['a field less', ['property.removed Contact.email'], (d) => void delete schema(d, 'Contact').properties.email],
  [
    'a field renamed',
    ['property.added Contact.mail', 'property.removed Contact.email'],
    (d) => {
      setField('Contact', 'mail', { type: 'string' })(d);
      delete schema(d, 'Contact').properties.email;
    },
  ],
  [
    'a field more in a base',
    ['property.added ConversationCallbackEvent.zone'],
    setField('ConversationCallbackEvent', 'zone', { type: 'string' }),
  ],
  ['a field in an inline object', ['property.added FlowActionPayload.extra'], setField('FlowActionPayload', 'extra', { type: 'string' })],
  ['another name of a schema', ['schema.renamed ChannelIdentity'], (d) => renamed(d, 'ChannelIdentity', 'Address')],
  // alternatives
  [
    'an alternative more',
    ['property.added Recipient.phone'],
    (d) => void at(d, 'Recipient').oneOf.push({ properties: { phone: { type: 'string' } }, required: ['phone'] } as never),
  ],
  ['an alternative less', ['property.removed Choice.share_location_message'], (d) => void at(d, 'Choice').oneOf.pop()],
  [
    'a variant more',
    ['variant.added WhatsAppInteractiveHeader'],
    (d) => void at(d, 'WhatsAppInteractiveHeader').oneOf.push(ref('Agent') as never),
  ],
  ['a variant less', ['variant.removed WhatsAppInteractiveHeader'], (d) => void at(d, 'WhatsAppInteractiveHeader').oneOf.pop()],
  [
    'a variant less that a discriminator named',
    ['discriminator.changed WhatsAppInteractiveHeader', 'variant.removed WhatsAppInteractiveHeader'],
    (d) => {
      at(d, 'WhatsAppInteractiveHeader').oneOf.pop();
      delete ((at(d, 'WhatsAppInteractiveHeader').discriminator as JsonObject).mapping as JsonObject).video;
    },
  ],
  [
    'variants are told apart by another key',
    ['discriminator.changed KakaoTalkButton'],
    (d) => void Object.assign(at(d, 'KakaoTalkButton').discriminator as JsonObject, { propertyName: 'kind' }),
  ],
  [
    'a variant has another tag',
    ['discriminator.changed KakaoTalkButton'],
    (d) => {
      const { mapping } = at(d, 'KakaoTalkButton').discriminator as { mapping: JsonObject };
      mapping.WEB = mapping.WL;
      delete mapping.WL;
    },
  ],
  [
    'an object becomes alternatives',
    ['alternatives.changed Contact'],
    put('Contact', { oneOf: ['email', 'id'].map((key) => ({ properties: { [key]: { type: 'string' } }, required: [key] })) }),
  ],
  // words
  ['a longest length', ['limit.narrowed Contact.email'], putField('Contact', 'email', { maxLength: 10 })],
  ['a longer length', ['limit.widened Contact.metadata'], putField('Contact', 'metadata', { maxLength: 4096 })],
  ['a shortest length', ['limit.narrowed Contact.email'], putField('Contact', 'email', { minLength: 2 })],
  ['a largest number', ['limit.narrowed RateLimits.inbound'], putField('RateLimits', 'inbound', { maximum: 10 })],
  ['a most of items', ['limit.narrowed Contact.channel_priority'], putField('Contact', 'channel_priority', { maxItems: 2 })],
  ['items that differ', ['limit.narrowed Contact.channel_priority'], putField('Contact', 'channel_priority', { uniqueItems: true })],
  ['a multiple', ['limit.narrowed RateLimits.inbound'], putField('RateLimits', 'inbound', { multipleOf: 5 })],
  ['a pattern', ['pattern.changed Contact.email'], putField('Contact', 'email', { pattern: '@' })],
  ['another pattern', ['pattern.changed SendMessageRequest.ttl'], putField('SendMessageRequest', 'ttl', { pattern: '^\\d+ms$' })],
  ['a format', ['format.changed Contact.email'], putField('Contact', 'email', { format: 'email' })],
  ['another default', ['default.changed Contact.display_name'], putField('Contact', 'display_name', { default: 'X' })],
  [
    'another default beside a reference',
    ['default.changed SendMessageRequest.queue'],
    putField('SendMessageRequest', 'queue', { default: 'HIGH_PRIORITY' }),
  ],
  ['a field that is read only', ['read-only.added Contact.id'], putField('Contact', 'id', { readOnly: true })],
  ['a reference that is read only', ['read-only.added Contact.language'], putField('Contact', 'language', { readOnly: true })],
  ['a field that is deprecated', ['field.deprecated Contact.email'], putField('Contact', 'email', { deprecated: true })],
  ['a reference that is deprecated', ['field.deprecated Contact.language'], putField('Contact', 'language', { deprecated: true })],
  ['a schema that is deprecated', ['field.deprecated RateLimits'], put('RateLimits', { deprecated: true })],
  ['a field that is only sent', ['write-only.added Contact.email'], putField('Contact', 'email', { writeOnly: true })],
  ['no fields beside the listed ones', ['properties.closed Contact'], put('Contact', { additionalProperties: false })],
  [
    'values of a map',
    ['type.changed SendMessageRequest.channel_properties{}'],
    (d) =>
      void Object.assign((schema(d, 'SendMessageRequest').properties.channel_properties as JsonObject).additionalProperties as JsonObject, {
        type: 'integer',
      }),
  ],
  ['values beside the listed fields', ['map.changed Contact'], put('Contact', { additionalProperties: { type: 'string' } })],
  [
    'keys of a map',
    ['keys.changed SendMessageRequest.channel_properties'],
    putField('SendMessageRequest', 'channel_properties', { propertyNames: ref('ConversationChannel') }),
  ],
  ['a word that nobody knows', ['unclassified Contact'], put('Contact', { minContains: 2 })],
  ['a condition', ['unclassified Contact'], put('Contact', { not: { required: ['email', 'id'] } })],
  ['two groups of alternatives', ['unclassified Recipient'], put('Recipient', { anyOf: [{ required: ['a'] }, { required: ['b'] }] })],
  // parameters
  [
    'a parameter more',
    ['parameter.added App_ListApps query tag'],
    putOperation('App_ListApps', { parameters: [{ name: 'tag', in: 'query', schema: { type: 'string' } }] }),
  ],
  [
    'a parameter less',
    ['parameter.removed Contact_ListContacts query page_size'],
    (d) =>
      putOperation('Contact_ListContacts', {
        parameters: operation(d, 'Contact_ListContacts').parameters.filter(({ name }) => name !== 'page_size'),
      })(d),
  ],
  [
    'a parameter that must be given',
    ['parameter.required Contact_ListContacts query page_size'],
    putParameter('Contact_ListContacts', 'page_size', { required: true }),
  ],
  [
    'a parameter that need not be given',
    ['parameter.optional Conversation_ListRecentConversations query app_id'],
    putParameter('Conversation_ListRecentConversations', 'app_id', { required: false }),
  ],
  [
    'a parameter that is deprecated',
    ['parameter.deprecated Contact_ListContacts query page_size'],
    putParameter('Contact_ListContacts', 'page_size', { deprecated: true }),
  ],
  [
    'another type of a parameter',
    ['type.changed Contact_ListContacts query page_size'],
    putParameter('Contact_ListContacts', 'page_size', { schema: { type: 'boolean' } }),
  ],
  [
    'lists in a query are repeated',
    ['parameter.style App_UpdateApp query update_mask'],
    putParameter('App_UpdateApp', 'update_mask', { explode: true }),
  ],
  [
    'lists in a query are joined by another sign',
    ['parameter.style App_UpdateApp query update_mask'],
    putParameter('App_UpdateApp', 'update_mask', { style: 'pipeDelimited' }),
  ],
  [
    'another type of a parameter of the path',
    [
      'type.changed Contact_DeleteContact path contact_id',
      'type.changed Contact_GetContact path contact_id',
      'type.changed Contact_UpdateContact path contact_id',
    ],
    (d) => {
      for (const one of itemOf(d, 'contacts/{contact_id}').parameters as JsonObject[])
        if (one.name === 'contact_id') one.schema = { type: 'integer' };
    },
  ],
  // bodies and answers
  ['a body more', ['body.added Contact_DeleteContact'], putOperation('Contact_DeleteContact', { requestBody: json(ref('Contact')) })],
  ['a body less', ['body.removed Contact_MergeContact'], (d) => void delete operation(d, 'Contact_MergeContact').requestBody],
  [
    'another body',
    ['body.replaced Contact_CreateContact'],
    putOperation('Contact_CreateContact', { requestBody: { required: true, ...json(ref('Agent')) } }),
  ],
  [
    'another kind of body',
    ['body.media Contact_CreateContact'],
    putOperation('Contact_CreateContact', { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } }),
  ],
  [
    'an answer more',
    ['answer.added Contact_DeleteContact'],
    putOperation('Contact_DeleteContact', { responses: { 200: json(ref('Contact')) } }),
  ],
  [
    'an answer less',
    ['answer.removed Contact_GetContact'],
    putOperation('Contact_GetContact', { responses: { 200: { description: 'ok' } } }),
  ],
  [
    'another answer',
    ['answer.replaced Contact_GetContact'],
    putOperation('Contact_GetContact', { responses: { 200: json(ref('Agent')) } }),
  ],
  [
    'another status of success',
    ['answer.status Messages_SendMessage'],
    (d) =>
      putOperation('Messages_SendMessage', { responses: { 202: (operation(d, 'Messages_SendMessage').responses as JsonObject)[200] } })(d),
  ],
  [
    'one more status of success',
    ['answer.status Messages_SendMessage'],
    (d) =>
      putOperation('Messages_SendMessage', {
        responses: { ...(operation(d, 'Messages_SendMessage').responses as JsonObject), 202: { description: 'later' } },
      })(d),
  ],
  [
    'another kind of answer',
    ['answer.media Contact_GetContact'],
    putOperation('Contact_GetContact', {
      responses: { 200: { description: 'ok', content: { 'text/csv': { schema: { type: 'string' } } } } },
    }),
  ],
  // operations
  ['an operation more', ['operation.added Contact_ArchiveContact'], addArchiveOperation],
  [
    'another path with other parameters',
    ['operation.arguments Contact_MergeContact'],
    (d) => {
      d.paths['/v1/projects/{project_id}/contacts:merge'] = itemOf(d, 'contacts/{destination_id}:merge') as never;
      delete d.paths['/v1/projects/{project_id}/contacts/{destination_id}:merge'];
    },
  ],
  [
    'a parameter more that must be given',
    ['parameter.added-required Contact_ListContacts query tag'],
    (d) =>
      void operation(d, 'Contact_ListContacts').parameters.push({ name: 'tag', in: 'query', required: true, schema: { type: 'string' } }),
  ],
  [
    'an operation less',
    ['operation.removed Contact_MergeContact'],
    (d) => void delete d.paths['/v1/projects/{project_id}/contacts/{destination_id}:merge'],
  ],
  ['another id', ['operation.renamed Contact_MergeContact'], putOperation('Contact_MergeContact', { operationId: 'Contact_JoinContacts' })],
  ['a deprecated operation', ['operation.deprecated Contact_GetContact'], putOperation('Contact_GetContact', { deprecated: true })],
  [
    'another path for a whole resource',
    ['operation.moved App_CreateApp', 'operation.moved App_ListApps'],
    (d) => {
      d.paths['/v1/projects/{project_id}/applications'] = itemOf(d, 'apps') as never;
      delete d.paths['/v1/projects/{project_id}/apps'];
    },
  ],
  [
    'another verb',
    ['operation.moved App_UpdateApp'],
    (d) => {
      const item = itemOf(d, 'apps/{app_id}');
      item.put = item.patch;
      delete item.patch;
    },
  ],
  // authentication and hosts
  ['a way to authenticate less', ['security.removed HTTP basic'], (d) => void Object.assign(d, { security: [{ oAuth2: [] }] })],
  [
    'a way to authenticate more',
    ['security.added key x-key in header'],
    (d) => {
      d.security.push({ key: [] });
      d.components.securitySchemes.key = { type: 'apiKey', in: 'header', name: 'x-key' } as never;
    },
  ],
  [
    'a way to authenticate less for one operation',
    ['operation.security Contact_GetContact'],
    putOperation('Contact_GetContact', { security: [{ oAuth2: [] }] }),
  ],
  [
    'an operation without authentication',
    ['operation.security Contact_GetContact'],
    putOperation('Contact_GetContact', { security: [{}] }),
  ],
  [
    'scopes',
    ['security.changed OAuth2 client credentials at https://auth.sinch.com/oauth2/token'],
    (d) =>
      void Object.assign(flow(d), {
        scopes: { 'messages:send': 'Send' },
      }),
  ],
  [
    'scopes that are needed',
    ['security.changed OAuth2 client credentials at https://auth.sinch.com/oauth2/token'],
    (d) => void Object.assign(d, { security: [{ oAuth2: ['send'] }, { basic: [] }] }),
  ],
  [
    'another token host',
    [
      'security.added OAuth2 client credentials at https://id.sinch.com/token',
      'security.removed OAuth2 client credentials at https://auth.sinch.com/oauth2/token',
    ],
    (d) =>
      void Object.assign(flow(d), {
        tokenUrl: 'https://id.sinch.com/token',
      }),
  ],
  [
    'another host',
    ['server.changed https://{region}.chat.api.sinch.com'],
    (d) => void Object.assign(d.servers[0] ?? {}, { url: 'https://{region}.chat.api.sinch.com' }),
  ],
  [
    'another host for templates',
    ['server.changed https://{region}.tpl.api.sinch.com'],
    (d) => {
      for (const one of Object.values(d.paths) as unknown as JsonObject[])
        if (one.servers) Object.assign((one.servers as JsonObject[])[0] ?? {}, { url: 'https://{region}.tpl.api.sinch.com' });
    },
  ],
  [
    'another host for one path',
    ['operation.host Contact_MergeContact'],
    (d) => void Object.assign(itemOf(d, 'contacts/{destination_id}:merge'), { servers: [{ url: 'https://{region}.merge.api.sinch.com' }] }),
  ],
  ['a region more', ['region.added au'], (d) => void d.servers[0]?.variables.region.enum.push('au')],
  ['a region less', ['region.removed br'], (d) => void d.servers[0]?.variables.region.enum.pop()],
  [
    'another default region',
    ['region.default https://{region}.conversation.api.sinch.com'],
    (d) => void Object.assign(d.servers[0]?.variables.region ?? {}, { default: 'eu' }),
  ],
  // webhooks
  ['a webhook more', ['enum.added WebhookTrigger', 'webhook.added MESSAGE_EDITED'], addEditedWebhook],
  ['a webhook less', ['webhook.removed UNSUPPORTED'], (d) => void delete d.webhooks.UNSUPPORTED],
  [
    'another body of a webhook',
    ['webhook.replaced CONTACT_CREATE'],
    (d) => void Object.assign(d.webhooks.CONTACT_CREATE?.post ?? {}, { requestBody: json(ref('ContactMergeEvent')) }),
  ],
  // arranged in another way
  [
    'allOf of a common part and the alternatives',
    [],
    (d) => {
      for (const name of ['AppMessage', 'ContactMessage']) {
        const { oneOf, properties, ...rest } = at(d, name);
        const members = oneOf.map((one, index) => {
          addSchema(d, `${name}_${index}`, { type: 'object', ...one });
          return ref(`${name}_${index}`);
        });
        addSchema(d, `${name}Common`, { type: 'object', properties });
        addSchema(d, name, { ...rest, allOf: [ref(`${name}Common`), { oneOf: members }] });
      }
    },
  ],
  [
    'parts in allOf',
    [],
    (d) => {
      const { properties, ...rest } = schema(d, 'Contact');
      const half = (side: number) => Object.fromEntries(Object.entries(properties).filter((_, index) => index % 2 === side));
      addSchema(d, 'Contact', { ...rest, allOf: [0, 1].map((side) => ({ type: 'object', properties: half(side) })) });
    },
  ],
  [
    'anyOf in place of oneOf',
    [],
    (d) => {
      const { oneOf, ...rest } = at(d, 'Choice');
      addSchema(d, 'Choice', { ...rest, anyOf: oneOf });
    },
  ],
  ['a named enum written out', [], (d) => setField('Contact', 'language', structuredClone(schema(d, 'ContactLanguage')))(d)],
  ['a named object written out', [], (d) => setField('AgentJoinedEvent', 'agent', structuredClone(schema(d, 'Agent')))(d)],
  [
    'an inline part that got a name',
    [],
    (d) => {
      addSchema(d, 'Mail', schema(d, 'Contact').properties.email as never);
      setField('Contact', 'email', ref('Mail'))(d);
    },
  ],
  [
    'a name for what has another name',
    [],
    (d) => {
      addSchema(d, 'Zone', { ...structuredClone(schema(d, 'ContactLanguage')) });
      setField('Contact', 'language', ref('Zone'))(d);
    },
  ],
  ['a wrapper around a reference', [], setField('Contact', 'language', { allOf: [ref('ContactLanguage')], description: 'Which.' })],
  [
    'shared parameters at each operation',
    [],
    (d) => {
      for (const item of Object.values(d.paths) as unknown as JsonObject[]) {
        const { parameters = [] } = item as { parameters?: JsonObject[] };
        for (const one of Object.values(item) as JsonObject[])
          if (one.operationId) one.parameters = [...parameters, ...((one.parameters as JsonObject[]) ?? [])];
        delete item.parameters;
      }
    },
  ],
  [
    'other names in paths',
    [],
    (d) =>
      JSON.parse(JSON.stringify(d).replaceAll('{app_id}', '{app}').replaceAll('"name":"app_id","in":"path"', '"name":"app","in":"path"')),
  ],
  [
    'security at each operation',
    [],
    (d) => {
      const { security } = d;
      delete (d as JsonObject).security;
      for (const item of Object.values(d.paths)) for (const one of Object.values(item)) if (one.operationId) one.security = security;
    },
  ],
  [
    'a server for each region',
    [],
    (d) =>
      void Object.assign(d, { servers: ['us', 'eu', 'br'].map((region) => ({ url: `https://${region}.conversation.api.sinch.com` })) }),
  ],
  [
    'no operation ids',
    [],
    (d) => {
      for (const item of Object.values(d.paths)) for (const one of Object.values(item)) delete one.operationId;
    },
  ],
  [
    '2XX for 200',
    [],
    (d) => {
      for (const item of Object.values(d.paths))
        for (const one of Object.values(item)) {
          const { 200: ok, ...rest } = (one.responses ?? {}) as JsonObject;
          if (ok) one.responses = { '2XX': ok, ...rest };
        }
    },
  ],
  [
    'errors by default only',
    [],
    (d) => {
      for (const item of Object.values(d.paths))
        for (const one of Object.values(item))
          if (one.operationId) one.responses = { 200: (one.responses as JsonObject)[200], default: { description: 'Error.' } };
    },
  ],
  ['additionalProperties: true where nothing was said', [], put('Contact', { additionalProperties: true })],
  [
    'a constant for an enum of one',
    [],
    (d) => {
      for (const one of Object.values(d.components.schemas))
        for (const field of Object.values(one.properties ?? {}))
          if (field.enum?.length === 1) {
            field.const = field.enum[0];
            delete (field as JsonObject).enum;
          }
    },
  ],
  // said nothing about any more: kept, and told apart
  ['no limits', [], cutField('Contact', 'metadata', 'maxLength')],
  ['no list of values', [], (d) => void delete (schema(d, 'MessageQueue') as JsonObject).enum],
  ['no type', [], cutField('Contact', 'email', 'type')],
];
