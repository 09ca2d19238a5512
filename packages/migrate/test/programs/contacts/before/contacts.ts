import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function main(contact_id: string) {
  const made = await sinch.conversation.contact.create({
    contactCreateRequestBody: { channel_identities: [{ channel: 'SMS', identity: '+46701234567' }], language: 'EN_US' },
  });
  await sinch.conversation.contact.get({ contact_id });
  await sinch.conversation.contact.update({ contact_id, updateContactRequestBody: { display_name: 'Ada' }, update_mask: ['display_name'] });
  await sinch.conversation.contact.mergeContact({ destination_id: contact_id, mergeContactRequestBody: { source_id: made.id ?? '' } });
  await sinch.conversation.contact.getChannelProfile({
    getChannelProfileRequestBody: { app_id: '01APP', channel: 'MESSENGER', recipient: { contact_id } },
  });
  for await (const conflict of sinch.conversation.contact.listIdentityConflicts({ page_size: 5 })) console.log(conflict);
  for await (const contact of sinch.conversation.contact.list({ page_size: 20 })) console.log(contact.id);
  await sinch.conversation.contact.delete({ contact_id });
}
