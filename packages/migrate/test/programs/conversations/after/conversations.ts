import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function main(id: string) {
  await sinch.conversations.create({ app_id: '01APP', contact_id: id, active: true });
  await sinch.conversations.get(id);
  await sinch.conversations.update(id, { metadata: 'vip' }, { update_mask: ['metadata'], metadata_update_strategy: 'MERGE_PATCH' });
  for await (const one of sinch.conversations.list({ app_id: '01APP', only_active: true })) console.log(one.id);
  for await (const recent of sinch.conversations.listRecent({ app_id: '01APP' })) console.log(recent.last_message?.id);
  await sinch.conversations.stop(id);
  await sinch.conversations.injectEvent(id, {
    app_event: { agent_joined_event: { agent: { display_name: 'Ada', type: 'HUMAN' } } },
    contact_id: id,
    accept_time: new Date().toISOString(),
    channel_identity: { channel: 'SMS', identity: '+46701234567', app_id: '01APP' },
  });
  await sinch.conversations.injectMessage(id, {
    app_message: { text_message: { text: 'By phone' } },
    accept_time: new Date().toISOString(),
    channel_identity: { channel: 'SMS', identity: '+46701234567', app_id: '01APP' },
    contact_id: id,
    direction: 'TO_CONTACT',
  });
  await sinch.conversations.delete(id);
}
