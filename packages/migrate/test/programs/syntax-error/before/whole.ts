import { SinchClient } from '@sinch/sdk-core';

export const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's' });
export const app = sinch.conversation.app.get({ app_id: '01APP' });
