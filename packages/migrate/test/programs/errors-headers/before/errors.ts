import { RequestFailedError, SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function find(app_id: string) {
  try {
    return await sinch.conversation.app.get({ app_id });
  } catch (error) {
    if (error instanceof RequestFailedError) console.error(error.responseHeaders);
    throw error;
  }
}
