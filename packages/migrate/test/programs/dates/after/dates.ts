import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function ageMs(message_id: string): Promise<number> {
  const message = await sinch.messages.get(message_id);
  console.log((message.accept_time ? new Date(message.accept_time).toISOString() : undefined), new Date(message.accept_time!).getTime());
  const accepted = message.accept_time ? new Date(message.accept_time) : undefined;
  const isOld = new Date(message.accept_time!) < new Date('2027-01-01');
  console.log(`accepted at ${message.accept_time}`, isOld, accepted?.getFullYear());
  return Date.now() - new Date(message.accept_time!).getTime();
}
