import { ConversationService } from '@sinch/conversation';

const conversation = new ConversationService({
  projectId: 'project-id',
  keyId: 'key-id',
  keySecret: 'key-secret',
  conversationRegion: 'eu',
});
const { message_id } = await conversation.messages.sendTextMessage({
  sendMessageRequestBody: {
    app_id: 'app-id',
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
    message: { text_message: { text: 'Hello' } },
  },
});
console.log(message_id);
