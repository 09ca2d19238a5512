import type { JsonObject } from '../../src/update/json.ts';
import type { Kind, Level } from '../../src/update/rules.ts';
import { addArchiveOperation, addEditedWebhook, type LooseDocument, operation, ref, renamed, schema } from './documents.ts';

/** What is changed, what it is called, and how far it reaches for those who send and those who receive. */
export type Row = [kind: Kind, where: string, change: (document: LooseDocument) => unknown, request: Level, response: Level];

export const ROWS: Row[] = [
  ['operation.added', 'Contact_ArchiveContact', addArchiveOperation, 'minor', 'minor'],
  [
    'operation.removed',
    'Contact_MergeContact',
    (d) => void delete d.paths['/v1/projects/{project_id}/contacts/{destination_id}:merge'],
    'major',
    'major',
  ],
  [
    'operation.renamed',
    'Contact_MergeContact',
    (d) => void Object.assign(operation(d, 'Contact_MergeContact'), { operationId: 'Contact_JoinContacts' }),
    'major',
    'major',
  ],
  [
    'operation.moved',
    'Contact_MergeContact',
    (d) => move(d, 'contacts/{destination_id}:merge', 'contacts/{destination_id}:join'),
    'minor',
    'minor',
  ],
  ['operation.arguments', 'Contact_MergeContact', (d) => move(d, 'contacts/{destination_id}:merge', 'contacts:merge'), 'major', 'major'],
  [
    'operation.deprecated',
    'Contact_GetContact',
    (d) => void Object.assign(operation(d, 'Contact_GetContact'), { deprecated: true }),
    'minor',
    'minor',
  ],
  [
    'parameter.added',
    'Contact_ListContacts query tag',
    (d) => void operation(d, 'Contact_ListContacts').parameters.push({ name: 'tag', in: 'query', schema: { type: 'string' } }),
    'minor',
    'minor',
  ],
  [
    'parameter.added-required',
    'Contact_ListContacts query tag',
    (d) =>
      void operation(d, 'Contact_ListContacts').parameters.push({ name: 'tag', in: 'query', required: true, schema: { type: 'string' } }),
    'major',
    'major',
  ],
  [
    'parameter.removed',
    'Contact_ListContacts query page_size',
    (d) =>
      void Object.assign(operation(d, 'Contact_ListContacts'), {
        parameters: operation(d, 'Contact_ListContacts').parameters.filter(({ name }) => name !== 'page_size'),
      }),
    'major',
    'major',
  ],
  [
    'parameter.required',
    'Contact_ListContacts query page_size',
    (d) => void Object.assign(parameter(d, 'Contact_ListContacts', 'page_size'), { required: true }),
    'major',
    'major',
  ],
  [
    'parameter.optional',
    'Conversation_ListRecentConversations query app_id',
    (d) => void Object.assign(parameter(d, 'Conversation_ListRecentConversations', 'app_id'), { required: false }),
    'minor',
    'minor',
  ],
  [
    'body.added',
    'Contact_DeleteContact',
    (d) => void Object.assign(operation(d, 'Contact_DeleteContact'), { requestBody: json(ref('Contact')) }),
    'major',
    'major',
  ],
  ['body.removed', 'Contact_MergeContact', (d) => void delete operation(d, 'Contact_MergeContact').requestBody, 'major', 'major'],
  [
    'body.replaced',
    'Contact_CreateContact',
    (d) => void Object.assign(operation(d, 'Contact_CreateContact'), { requestBody: json(ref('Contact')) }),
    'major',
    'major',
  ],
  [
    'answer.added',
    'Contact_DeleteContact',
    (d) => void Object.assign(operation(d, 'Contact_DeleteContact'), { responses: { 200: json(ref('Contact')) } }),
    'minor',
    'minor',
  ],
  [
    'answer.removed',
    'Contact_GetContact',
    (d) => void Object.assign(operation(d, 'Contact_GetContact'), { responses: { 200: { description: 'ok' } } }),
    'major',
    'major',
  ],
  [
    'answer.replaced',
    'Contact_GetContact',
    (d) => void Object.assign(operation(d, 'Contact_GetContact'), { responses: { 200: json(ref('ContactCreateRequest')) } }),
    'major',
    'major',
  ],
  ['webhook.added', 'MESSAGE_EDITED', addEditedWebhook, 'minor', 'minor'],
  ['webhook.removed', 'UNSUPPORTED', (d) => void delete d.webhooks.UNSUPPORTED, 'major', 'major'],
  [
    'webhook.replaced',
    'CONTACT_CREATE',
    (d) => void Object.assign(d.webhooks.CONTACT_CREATE?.post ?? {}, { requestBody: json(ref('ContactMergeEvent')) }),
    'major',
    'major',
  ],
  ['security.removed', 'HTTP basic', (d) => void Object.assign(d, { security: [{ oAuth2: [] }] }), 'major', 'major'],
  [
    'security.added',
    'key x-key in header',
    (d) => {
      d.security.push({ key: [] });
      d.components.securitySchemes.key = { type: 'apiKey', in: 'header', name: 'x-key' } as never;
    },
    'major',
    'major',
  ],
  [
    'server.changed',
    'https://{region}.chat.api.sinch.com',
    (d) => void Object.assign(d.servers[0] ?? {}, { url: 'https://{region}.chat.api.sinch.com' }),
    'major',
    'major',
  ],
  ['region.added', 'au', (d) => void d.servers[0]?.variables.region.enum.push('au'), 'minor', 'minor'],
  ['region.removed', 'br', (d) => void d.servers[0]?.variables.region.enum.pop(), 'major', 'major'],
  ['schema.renamed', 'ChannelIdentity', (d) => renamed(d, 'ChannelIdentity', 'Address'), 'major', 'major'],
  [
    'property.added',
    'Contact.nickname',
    (d) => void Object.assign(schema(d, 'Contact').properties, { nickname: { type: 'string' } }),
    'minor',
    'minor',
  ],
  [
    'property.added',
    'ContactMessage.sticker_message',
    (d) =>
      void (schema(d, 'ContactMessage') as unknown as { oneOf: unknown[] }).oneOf.push({
        properties: { sticker_message: ref('TextMessage') },
        required: ['sticker_message'],
      }),
    'minor',
    'minor',
  ],
  [
    'property.added-required',
    'ContactCreateRequest.consent',
    (d) => {
      Object.assign(schema(d, 'ContactCreateRequest').properties, { consent: { type: 'boolean' } });
      schema(d, 'ContactCreateRequest').required.push('consent');
    },
    'major',
    'minor',
  ],
  ['property.removed', 'Contact.email', (d) => void delete schema(d, 'Contact').properties.email, 'major', 'major'],
  [
    'property.required',
    'ContactCreateRequest.email',
    (d) => void schema(d, 'ContactCreateRequest').required.push('email'),
    'major',
    'minor',
  ],
  [
    'property.optional',
    'ContactCreateRequest.language',
    (d) => void Object.assign(schema(d, 'ContactCreateRequest'), { required: ['channel_identities'] }),
    'minor',
    'major',
  ],
  [
    'type.changed',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties, { email: { type: 'array', items: { type: 'string' } } }),
    'major',
    'major',
  ],
  [
    'type.changed',
    'Contact.language',
    (d) => void Object.assign(schema(d, 'Contact').properties, { language: ref('ConversationChannel') }),
    'major',
    'major',
  ],
  [
    'type.widened',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties.email ?? {}, { type: ['string', 'null'] }),
    'minor',
    'major',
  ],
  [
    'type.narrowed',
    'AppMessage.agent',
    (d) => void Object.assign(schema(d, 'AppMessage').properties, { agent: ref('Agent') }),
    'major',
    'minor',
  ],
  ['enum.added', 'DeliveryStatus', (d) => void schema(d, 'DeliveryStatus').enum.push('SEEN'), 'minor', 'minor'],
  ['enum.removed', 'MessageQueue', (d) => void schema(d, 'MessageQueue').enum.pop(), 'major', 'minor'],
  [
    'enum.closed',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties.email ?? {}, { enum: ['a', 'b'] }),
    'major',
    'minor',
  ],
  [
    'variant.added',
    'WhatsAppInteractiveHeader',
    (d) => void (schema(d, 'WhatsAppInteractiveHeader') as unknown as { oneOf: unknown[] }).oneOf.push(ref('Agent')),
    'minor',
    'minor',
  ],
  [
    'variant.removed',
    'WhatsAppInteractiveHeader',
    (d) => void (schema(d, 'WhatsAppInteractiveHeader') as unknown as { oneOf: unknown[] }).oneOf.pop(),
    'major',
    'major',
  ],
  [
    'alternatives.changed',
    'Contact',
    (d) =>
      void Object.assign(schema(d, 'Contact'), {
        oneOf: [
          { properties: { email: { type: 'string' } }, required: ['email'] },
          { properties: { external_id: { type: 'string' } }, required: ['external_id'] },
        ],
      }),
    'major',
    'minor',
  ],
  [
    'limit.narrowed',
    'Contact.metadata',
    (d) => void Object.assign(schema(d, 'Contact').properties.metadata ?? {}, { maxLength: 512 }),
    'major',
    'patch',
  ],
  [
    'limit.widened',
    'Contact.metadata',
    (d) => void Object.assign(schema(d, 'Contact').properties.metadata ?? {}, { maxLength: 4096 }),
    'minor',
    'patch',
  ],
  [
    'limit.narrowed',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties.email ?? {}, { minLength: 3 }),
    'major',
    'patch',
  ],
  [
    'pattern.changed',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties.email ?? {}, { pattern: '@' }),
    'major',
    'patch',
  ],
  [
    'format.changed',
    'Contact.email',
    (d) => void Object.assign(schema(d, 'Contact').properties.email ?? {}, { format: 'email' }),
    'major',
    'minor',
  ],
  [
    'default.changed',
    'Contact.display_name',
    (d) => void Object.assign(schema(d, 'Contact').properties.display_name ?? {}, { default: '' }),
    'minor',
    'minor',
  ],
  [
    'read-only.added',
    'Contact.id',
    (d) => void Object.assign(schema(d, 'Contact').properties.id ?? {}, { readOnly: true }),
    'minor',
    'patch',
  ],
  [
    'field.deprecated',
    'Contact.metadata',
    (d) => void Object.assign(schema(d, 'Contact').properties.metadata ?? {}, { deprecated: true }),
    'minor',
    'minor',
  ],
];

function move(document: LooseDocument, from: string, to: string): void {
  const base = '/v1/projects/{project_id}/';
  document.paths[base + to] = document.paths[base + from] as never;
  delete document.paths[base + from];
}

function parameter(document: LooseDocument, id: string, name: string): JsonObject {
  return operation(document, id).parameters.find((one) => one.name === name) ?? {};
}

function json(body: JsonObject): JsonObject {
  return { description: 'ok', content: { 'application/json': { schema: body } } };
}
