import { type Conversation, SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function load(): Promise<Conversation.Contact[]> {
  const page = await sinch.conversation.contact.list({ page_size: 5 });
  return page.data;
}

/* not a word of this comment changes: sinch.conversation.contact */
export const label = (contact: Conversation.Contact) => (contact.display_name ? contact.display_name : 'unknown');
