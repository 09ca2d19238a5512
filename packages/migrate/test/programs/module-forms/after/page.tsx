import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import type { Contact } from '@convapi/core';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function load(): Promise<Contact[]> {
  const page = await sinch.contacts.list({ page_size: 5 });
  return page.contacts ?? [];
}

/* not a word of this comment changes: sinch.conversation.contact */
export const label = (contact: Contact) => (contact.display_name ? contact.display_name : 'unknown');
