import { ConversationService, SupportedConversationRegion } from '@sinch/conversation';
import type { Conversation } from '@sinch/conversation';

const region = SupportedConversationRegion.EUROPE;
export const conversation = new ConversationService({
  projectId: 'p',
  keyId: 'k',
  keySecret: 's',
  conversationRegion: process.env.REGION || region,
  conversationHostname: 'http://127.0.0.1:4010',
  authHostname: 'http://127.0.0.1:4011',
});

export async function send(recipient: Conversation.Recipient): Promise<Conversation.SendMessageResponse> {
  const requestData: Conversation.SendMessageRequestData<Conversation.Recipient> = {
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { text_message: { text: 'Hello' } },
    },
  };
  return conversation.messages.send(requestData);
}

export async function rename(data: Conversation.UpdateContactRequestData) {
  return conversation.contact.update(data);
}

export const request = (): Conversation.SendTextMessageRequestData<Conversation.ContactId> => ({
  sendMessageRequestBody: { app_id: '01APP', recipient: { contact_id: '01C' }, message: { text_message: { text: 'Hi' } } },
});

export const sent = () => conversation.messages.sendTextMessage(request());
