import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient, createRateLimiter } from '@convapi/client';
import { openTelemetryHooks } from '@convapi/client/opentelemetry';
import type { AppResponse, Contact } from '@convapi/core';

export const conversation: ConversationClient = createConversationClient({
  projectId: 'project',
  region: 'eu',
  auth: clientCredentials({ keyId: 'key', keySecret: 'secret' }),
  baseUrl: 'http://127.0.0.1:4010',
  timeoutMs: 5_000,
  retry: { maxRetries: 2 },
  rateLimiter: createRateLimiter(),
  hooks: openTelemetryHooks(),
});
createConversationClient({ projectId: 'project', region: 'us', auth: { headers: async () => ({}) }, retry: false, fetch });

const controller = new AbortController();
export const app: AppResponse = await conversation.apps.create({
  display_name: 'Shop',
  channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'token' } }],
});
const { message_id } = await conversation.messages.send(
  { app_id: app.id ?? '', recipient: { contact_id: 'contact' }, message: { text_message: { text: 'Hello' } } },
  { signal: controller.signal, timeoutMs: 1_000, retry: false },
);
export const sent: string | undefined = message_id;

export const names: (string | undefined)[] = [];
for await (const contact of conversation.contacts.list({ page_size: 100 })) names.push(contact.display_name);
const { data, response } = await conversation.contacts.get('contact').withResponse();
export const contact: Contact = data;
export const id: string | null = response.headers.get('x-request-id');

await conversation.conversations.update('conversation', { metadata_json: { desk: 'returns' } });
await conversation.webhooks.create({ app_id: 'app', target: 'https://example.com', triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'] });
await conversation.templates.list();
await conversation.batch.cancel({ batch_id: 'batch' });
