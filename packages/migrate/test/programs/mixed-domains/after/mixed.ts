import { SinchClient, SmsRegion, type Sms } from '@sinch/sdk-core';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

export const sinch = new SinchClient({
  projectId: 'p',
  keyId: 'k',
  keySecret: 's',
  smsRegion: SmsRegion.EUROPE,
  conversationRegion: 'eu',
});
export const conversation = createConversationClient({
  projectId: 'p',
  region: 'eu',
  auth: clientCredentials({ keyId: 'k', keySecret: 's' }),
});

export async function notify(batch: Sms.SendTextSMSRequestData) {
  await sinch.sms.batches.send(batch);
  await sinch.numbers.activeNumber.list({ regionCode: 'SE', type: 'MOBILE' });
  return conversation.messages.send({ app_id: '01APP', recipient: { contact_id: '01C' }, message: { text_message: { text: 'Hello' } } });
}
