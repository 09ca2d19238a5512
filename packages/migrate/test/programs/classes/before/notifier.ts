import { Conversation, ConversationService, MessagesApi, SinchClient } from '@sinch/sdk-core';
import { createClient } from './client';

/** Sends what happens to an order. */
export class Notifier {
  private readonly sinch: SinchClient;
  private readonly messages: MessagesApi;

  constructor(private readonly service: ConversationService = createClient().conversation, private readonly appId: string) {
    this.sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'us' });
    this.messages = this.service.messages;
  }

  async notify(contact: Conversation.Contact, text: string): Promise<string> {
    const message = Conversation.messageBuilder.text({ text });
    const sent = await this.messages.send({
      sendMessageRequestBody: { app_id: this.appId, recipient: { contact_id: contact.id! }, message },
    });
    return sent.message_id!;
  }

  async forget(contactId: string) {
    await this.sinch.conversation.contact.delete({ contact_id: contactId });
  }
}
