import { clientCredentials } from '@convapi/auth';
import { type ContactsUpdateQuery, createConversationClient, type Region } from '@convapi/client';
import type { Contact, Recipient, RecipientContactId, SendMessageRequest, SendMessageResponse } from '@convapi/core';

const region = 'eu';
export const conversation = createConversationClient({
  projectId: 'p',
  region: (process.env.REGION || region) as Region,
  auth: clientCredentials({ keyId: 'k', keySecret: 's', tokenUrl: 'http://127.0.0.1:4011/oauth2/token' }),
  baseUrl: 'http://127.0.0.1:4010',
});

export async function send(recipient: Recipient): Promise<SendMessageResponse> {
  const requestData: { sendMessageRequestBody: SendMessageRequest } = {
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { text_message: { text: 'Hello' } },
    },
  };
  return conversation.messages.send(requestData.sendMessageRequestBody);
}

export async function rename(data: { contact_id: string; updateContactRequestBody: Contact } & ContactsUpdateQuery) {
  return conversation.contacts.update(data.contact_id, data.updateContactRequestBody, { update_mask: data.update_mask });
}

export const request = (): { sendMessageRequestBody: SendMessageRequest } => ({
  sendMessageRequestBody: { app_id: '01APP', recipient: { contact_id: '01C' }, message: { text_message: { text: 'Hi' } } },
});

export const sent = () => conversation.messages.send(request().sendMessageRequestBody);
