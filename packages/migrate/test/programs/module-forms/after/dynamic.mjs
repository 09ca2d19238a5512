const { clientCredentials } = await import('@convapi/auth');
const { createConversationClient } = await import('@convapi/client');

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
console.log(await sinch.apps.list());
