import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

const recipient = { contact_id: '01CONTACT' };
const agent = { display_name: 'Ada', type: 'HUMAN', picture_url: 'https://example.com/ada.png' } as const;

export async function main() {
  const { event_id } = await sinch.events.send({ app_id: '01APP', recipient, event: { composing_event: {} } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { composing_event: {} } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { composing_end_event: {} } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { comment_reply_event: { text: 'Thanks' } } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { agent_joined_event: { agent } } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { agent_left_event: { agent } } });
  await sinch.events.send({ app_id: '01APP', recipient, event: { generic_event: { payload: { table: 7 } } } });
  await sinch.events.get(event_id ?? '');
  for await (const event of sinch.events.list({ contact_id: '01CONTACT' })) console.log(event.id);
  await sinch.events.delete('01EVENT');
}
