import { clientCredentials } from '@convapi/auth';
import { createConversationClient, isApiError, isConvapiError } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function find(app_id: string) {
  try {
    return await sinch.apps.get(app_id);
  } catch (error) {
    if (isApiError(error)) {
      if (error.status === 404) return undefined;
      console.error(JSON.stringify(error.body, null, 2));
    } else if (isConvapiError(error)) console.error(error.message);
    throw error;
  }
}

export async function exists(app_id: string): Promise<boolean> {
  try {
    await sinch.apps.get(app_id);
    return true;
  } catch (error: any) {
    if (error.status === 404) return false;
    throw error;
  }
}
