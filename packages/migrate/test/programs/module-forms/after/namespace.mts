import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import type { AppMessage } from '@convapi/core';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
export const send = (message: AppMessage) =>
  sinch.messages.send({ app_id: '01APP', recipient: { contact_id: '01C' }, message });
