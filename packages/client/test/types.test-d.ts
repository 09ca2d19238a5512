// Checked by `tsc`, not run: what compiles, and what must not.
import type { AppResponse, Contact, ConversationMessage, SendMessageResponse } from '@convapi/core';
import { createConversationClient } from '../src/index.ts';

const auth = { headers: async () => ({}) };
// @ts-expect-error region is required
createConversationClient({ projectId: 'p', auth });
// @ts-expect-error no such region
createConversationClient({ projectId: 'p', region: 'uk', auth });
const client = createConversationClient({ projectId: 'p', region: 'eu', auth });

export const sent: SendMessageResponse = await client.messages.send({
  app_id: '01',
  recipient: { contact_id: '01' },
  message: { text_message: { text: 'Hello' } },
});
const request = { app_id: '01', recipient: { contact_id: '01' } };
// @ts-expect-error two messages in one body
client.messages.send({ ...request, message: { text_message: { text: 'a' }, media_message: { url: 'b' } } });
// @ts-expect-error the body is required
client.messages.send();
// @ts-expect-error no such query parameter
client.contacts.list({ pagesize: 5 });
// @ts-expect-error app_id is required here
client.conversations.listRecent({});
const template = { default_translation: 'en', translations: [{ language_code: 'en', text_message: { text: 'Hello' } }] };
client.templates.create(template);
// @ts-expect-error the service makes neither a template without its translations
client.templates.create({ id: '01', version: 1 });
client.templates.update('01', { ...template, id: '01', version: 1 });
// @ts-expect-error nor replaces one without the version that is replaced
client.templates.update('01', { ...template, id: '01' });
// @ts-expect-error or its id
client.templates.update('01', { ...template, version: 1 });

for await (const contact of client.contacts.list()) exact<Contact>(contact);
for await (const app of client.apps.list()) exact<AppResponse>(app);
for await (const message of client.messages.fetchLast({})) exact<ConversationMessage>(message);
// @ts-expect-error a single thing is no list
for await (const part of client.apps.get('01')) exact<unknown>(part);
// @ts-expect-error nothing comes back
export const nothing: string = await client.contacts.delete('01');

function exact<T>(value: T): T {
  return value;
}
