import { clientCredentials } from '@convapi/auth';
import { createLeanClient, MESSAGES_SEND } from '@convapi/client/lean';

const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
const conversation = createLeanClient({ projectId: 'project-id', region: 'eu', auth }, { send: MESSAGES_SEND });
const { message_id } = await conversation.send({
  app_id: 'app-id',
  recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
  message: { text_message: { text: 'Hello' } },
});
console.log(message_id);
