import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
export const app = () => sinch.apps.get('01APP');
