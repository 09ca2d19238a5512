const { SinchClient } = await import('@sinch/sdk-core');

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });
console.log(await sinch.conversation.app.list({}));
