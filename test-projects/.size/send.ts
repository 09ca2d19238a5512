import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
const c = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'a', keySecret: 'b' }) });
await c.messages.send({ app_id: 'a', recipient: { contact_id: 'b' }, message: { text_message: { text: 'x' } } });
