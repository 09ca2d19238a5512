import { Conversation } from '@sinch/sdk-core';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
// TODO(convapi): replace Conversation
const { messageBuilder } = Conversation;

export const greeting = (text: string) => ({ text_message: { text } });
export const card = { card_message: {
  title: 'Order 17',
  choices: [{ text_message: { text: 'Track' } }],
} };
export const menu = { list_message: {
  title: 'Lunch',
  sections: [{ items: [{ choice: { title: 'Soup' } }] }],
} };
export const content = JSON.stringify({ text_message: { text: 'Hello' } });

export async function keep(template_id: string) {
  const template = await sinch.templates.get(template_id);
  return (template.translations ?? []).filter(({ version }) => version !== 'latest');
}

export const taken = messageBuilder.text({ text: 'Hello' });
