import { GenericError, RequestFailedError, SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function find(app_id: string) {
  try {
    return await sinch.conversation.app.get({ app_id });
  } catch (error) {
    if (error instanceof RequestFailedError) {
      if (error.statusCode === 404) return undefined;
      console.error(error.data);
    } else if (error instanceof GenericError) console.error(error.message);
    throw error;
  }
}

export async function exists(app_id: string): Promise<boolean> {
  try {
    await sinch.conversation.app.get({ app_id });
    return true;
  } catch (error: any) {
    if (error.statusCode === 404) return false;
    throw error;
  }
}
