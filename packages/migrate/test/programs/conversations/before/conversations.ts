import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function main(id: string) {
  await sinch.conversation.conversation.create({ createConversationRequestBody: { app_id: '01APP', contact_id: id, active: true } });
  await sinch.conversation.conversation.get({ conversation_id: id });
  await sinch.conversation.conversation.update({
    conversation_id: id,
    updateConversationRequestBody: { metadata: 'vip' },
    update_mask: ['metadata'],
    metadata_update_strategy: 'MERGE_PATCH',
  });
  for await (const one of sinch.conversation.conversation.list({ app_id: '01APP', only_active: true })) console.log(one.id);
  for await (const recent of sinch.conversation.conversation.listRecent({ app_id: '01APP' })) console.log(recent.last_message?.id);
  await sinch.conversation.conversation.stopActive({ conversation_id: id });
  await sinch.conversation.conversation.injectEvent({
    conversation_id: id,
    injectConversationEventRequestBody: {
      app_event: { agent_joined_event: { agent: { display_name: 'Ada', type: 'HUMAN' } } },
      contact_id: id,
      accept_time: new Date(),
      channel_identity: { channel: 'SMS', identity: '+46701234567', app_id: '01APP' },
    },
  });
  await sinch.conversation.conversation.injectMessage({
    conversation_id: id,
    injectMessageRequestBody: {
      app_message: { text_message: { text: 'By phone' } },
      accept_time: new Date(),
      channel_identity: { channel: 'SMS', identity: '+46701234567', app_id: '01APP' },
      contact_id: id,
      direction: 'TO_CONTACT',
    },
  });
  await sinch.conversation.conversation.delete({ conversation_id: id });
}
