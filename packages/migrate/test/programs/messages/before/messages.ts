import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

const recipient = { contact_id: '01CONTACT' };

export async function main() {
  const { message_id = '' } = await sinch.conversation.messages.send({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      // the first message of the day
      message: { text_message: { text: `Good
  morning` } },
      ttl: 10,
    },
  });
  await sinch.conversation.messages.sendTextMessage({
    sendMessageRequestBody: { app_id: '01APP', recipient, message: { text_message: { text: 'Hello' } }, ttl: '20' },
  });
  await sinch.conversation.messages.sendCardMessage({
    sendMessageRequestBody: { app_id: '01APP', recipient, message: { card_message: { title: 'Order 17' } } },
  });
  await sinch.conversation.messages.sendCarouselMessage({
    sendMessageRequestBody: { app_id: '01APP', recipient, message: { carousel_message: { cards: [{ title: 'One' }] } } },
  });
  await sinch.conversation.messages.sendChoiceMessage({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { choice_message: { text_message: { text: 'When?' }, choices: [{ text_message: { text: 'Now' } }] } },
    },
  });
  await sinch.conversation.messages.sendContactInfoMessage({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { contact_info_message: { name: { full_name: 'Ada' }, phone_numbers: [{ phone_number: '+46701234567' }] } },
    },
  });
  await sinch.conversation.messages.sendListMessage({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { list_message: { title: 'Lunch', sections: [{ items: [{ choice: { title: 'Soup' } }] }] } },
    },
  });
  await sinch.conversation.messages.sendLocationMessage({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { location_message: { title: 'Here', coordinates: { latitude: 1, longitude: 2 } } },
    },
  });
  await sinch.conversation.messages.sendMediaMessage({
    sendMessageRequestBody: { app_id: '01APP', recipient, message: { media_message: { url: 'https://example.com/a.png' } } },
  });
  await sinch.conversation.messages.sendTemplateMessage({
    sendMessageRequestBody: {
      app_id: '01APP',
      recipient,
      message: { template_message: { omni_template: { template_id: '01T', version: '1', language_code: 'en-US' } } },
    },
  });
  const message = await sinch.conversation.messages.get({ message_id, messages_source: 'DISPATCH_SOURCE' });
  await sinch.conversation.messages.get({ message_id });
  await sinch.conversation.messages.update({ updateMessageRequestBody: { metadata: 'read' }, message_id: message.id ?? '' });
  await sinch.conversation.messages.delete({ message_id: message_id });
  const since = new Date('2027-01-01T00:00:00Z');
  const until: Date | undefined = undefined;
  for await (const one of sinch.conversation.messages.list({ app_id: '01APP', start_time: since, end_time: until })) console.log(one.id);
  await sinch.conversation.messages.list();
  const last = await sinch.conversation.messages.listLastMessagesByChannelIdentity({
    listLastMessagesByChannelIdentityRequestBody: { channel_identities: ['+46701234567'], messages_source: 'DISPATCH_SOURCE' },
  });
  console.log(last.data.length);
}
