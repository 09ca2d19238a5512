import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

const recipient = { contact_id: '01CONTACT' };

export async function main() {
  const { message_id = '' } = await sinch.messages.send({
      app_id: '01APP',
      recipient,
      // the first message of the day
      message: { text_message: { text: `Good
  morning` } },
      ttl: '10s',
    });
  await sinch.messages.send({ app_id: '01APP', recipient, message: { text_message: { text: 'Hello' } }, ttl: '20s' });
  await sinch.messages.send({ app_id: '01APP', recipient, message: { card_message: { title: 'Order 17' } } });
  await sinch.messages.send({ app_id: '01APP', recipient, message: { carousel_message: { cards: [{ title: 'One' }] } } });
  await sinch.messages.send({
    app_id: '01APP',
    recipient,
    message: { choice_message: { text_message: { text: 'When?' }, choices: [{ text_message: { text: 'Now' } }] } },
  });
  await sinch.messages.send({
    app_id: '01APP',
    recipient,
    message: { contact_info_message: { name: { full_name: 'Ada' }, phone_numbers: [{ phone_number: '+46701234567' }] } },
  });
  await sinch.messages.send({
    app_id: '01APP',
    recipient,
    message: { list_message: { title: 'Lunch', sections: [{ items: [{ choice: { title: 'Soup' } }] }] } },
  });
  await sinch.messages.send({
    app_id: '01APP',
    recipient,
    message: { location_message: { title: 'Here', coordinates: { latitude: 1, longitude: 2 } } },
  });
  await sinch.messages.send({ app_id: '01APP', recipient, message: { media_message: { url: 'https://example.com/a.png' } } });
  await sinch.messages.send({
    app_id: '01APP',
    recipient,
    message: { template_message: { omni_template: { template_id: '01T', version: '1', language_code: 'en-US' } } },
  });
  const message = await sinch.messages.get(message_id, { messages_source: 'DISPATCH_SOURCE' });
  await sinch.messages.get(message_id);
  await sinch.messages.updateMetadata(message.id ?? '', { metadata: 'read' });
  await sinch.messages.delete(message_id);
  const since = new Date('2027-01-01T00:00:00Z');
  const until: Date | undefined = undefined;
  for await (const one of sinch.messages.list({ app_id: '01APP', start_time: since.toISOString(), end_time: until })) console.log(one.id);
  await sinch.messages.list();
  const last = await sinch.messages.fetchLast({ channel_identities: ['+46701234567'], messages_source: 'DISPATCH_SOURCE' });
  console.log((last.messages ?? []).length);
}
