import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';

export const createClient = (): ConversationClient =>
  createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
