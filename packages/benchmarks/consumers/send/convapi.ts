import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
const conversation = createConversationClient({ projectId: 'project-id', region: 'eu', auth });
const { message_id } = await conversation.messages.send({
  app_id: 'app-id',
  recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
  message: { text_message: { text: 'Hello' } },
});
console.log(message_id);
