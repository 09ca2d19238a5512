import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function ageMs(message_id: string): Promise<number> {
  const message = await sinch.conversation.messages.get({ message_id });
  console.log(message.accept_time?.toISOString(), message.accept_time!.getTime());
  const accepted = message.accept_time;
  const isOld = message.accept_time! < new Date('2027-01-01');
  console.log(`accepted at ${message.accept_time}`, isOld, accepted?.getFullYear());
  return Date.now() - message.accept_time!.getTime();
}
