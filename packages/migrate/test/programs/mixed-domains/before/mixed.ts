import { SinchClient, SmsRegion, type Sms } from '@sinch/sdk-core';

export const sinch = new SinchClient({
  projectId: 'p',
  keyId: 'k',
  keySecret: 's',
  smsRegion: SmsRegion.EUROPE,
  conversationRegion: 'eu',
});

export async function notify(batch: Sms.SendTextSMSRequestData) {
  await sinch.sms.batches.send(batch);
  await sinch.numbers.activeNumber.list({ regionCode: 'SE', type: 'MOBILE' });
  return sinch.conversation.messages.send({
    sendMessageRequestBody: { app_id: '01APP', recipient: { contact_id: '01C' }, message: { text_message: { text: 'Hello' } } },
  });
}
