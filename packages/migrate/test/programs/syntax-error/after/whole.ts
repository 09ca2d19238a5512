import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

export const sinch = createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
export const app = sinch.apps.get('01APP');
