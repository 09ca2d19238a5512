import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function main(contact_id: string) {
  const made = await sinch.contacts.create({ channel_identities: [{ channel: 'SMS', identity: '+46701234567' }], language: 'EN_US' });
  await sinch.contacts.get(contact_id);
  await sinch.contacts.update(contact_id, { display_name: 'Ada' }, { update_mask: ['display_name'] });
  await sinch.contacts.merge(contact_id, { source_id: made.id ?? '' });
  await sinch.contacts.getChannelProfile({ app_id: '01APP', channel: 'MESSENGER', recipient: { contact_id } });
  for await (const conflict of sinch.contacts.listIdentityConflicts({ page_size: 5 })) console.log(conflict);
  for await (const contact of sinch.contacts.list({ page_size: 20 })) console.log(contact.id);
  await sinch.contacts.delete(contact_id);
}
