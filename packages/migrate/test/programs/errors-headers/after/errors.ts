import { clientCredentials } from '@convapi/auth';
import { createConversationClient, isApiError } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function find(app_id: string) {
  try {
    return await sinch.apps.get(app_id);
  } catch (error) {
    // TODO(convapi): use requestId and retryAfterMs of the error, or withResponse() of the call
    if (isApiError(error)) console.error(error.responseHeaders);
    throw error;
  }
}
