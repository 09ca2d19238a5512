import sdk = require('@sinch/sdk-core');

const sinch = new sdk.SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });
export const app = () => sinch.conversation.app.get({ app_id: '01APP' });
