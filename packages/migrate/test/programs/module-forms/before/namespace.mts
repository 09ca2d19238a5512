import * as Sinch from '@sinch/sdk-core';

const sinch = new Sinch.SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: Sinch.ConversationRegion.EUROPE });
export const send = (message: Sinch.Conversation.AppMessage) =>
  sinch.conversation.messages.send({ sendMessageRequestBody: { app_id: '01APP', recipient: { contact_id: '01C' }, message } });
