import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';
import type { Contact } from '@convapi/core';
import { createClient } from './client';

/** Sends what happens to an order. */
export class Notifier {
  private readonly sinch: ConversationClient;
  private readonly messages: ConversationClient['messages'];

  constructor(private readonly service: ConversationClient = createClient(), private readonly appId: string) {
    this.sinch = createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
    this.messages = this.service.messages;
  }

  async notify(contact: Contact, text: string): Promise<string> {
    const message = { text_message: { text } };
    const sent = await this.messages.send({ app_id: this.appId, recipient: { contact_id: contact.id! }, message });
    return sent.message_id!;
  }

  async forget(contactId: string) {
    await this.sinch.contacts.delete(contactId);
  }
}
