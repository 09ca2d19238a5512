import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

const recipient = { contact_id: '01CONTACT' };
const agent = { display_name: 'Ada', type: 'HUMAN', picture_url: 'https://example.com/ada.png' } as const;

export async function main() {
  const { event_id } = await sinch.conversation.events.send({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { composing_event: {} } },
  });
  await sinch.conversation.events.sendComposingEvent({ sendEventRequestBody: { app_id: '01APP', recipient, event: { composing_event: {} } } });
  await sinch.conversation.events.sendComposingEndEvent({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { composing_end_event: {} } },
  });
  await sinch.conversation.events.sendCommentReplyEvent({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { comment_reply_event: { text: 'Thanks' } } },
  });
  await sinch.conversation.events.sendAgentJoinedEvent({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { agent_joined_event: { agent } } },
  });
  await sinch.conversation.events.sendAgentLeftEvent({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { agent_left_event: { agent } } },
  });
  await sinch.conversation.events.sendGenericEvent({
    sendEventRequestBody: { app_id: '01APP', recipient, event: { generic_event: { payload: { table: 7 } } } },
  });
  await sinch.conversation.events.get({ event_id: event_id ?? '' });
  for await (const event of sinch.conversation.events.list({ contact_id: '01CONTACT' })) console.log(event.id);
  await sinch.conversation.events.delete({ event_id: '01EVENT' });
}
