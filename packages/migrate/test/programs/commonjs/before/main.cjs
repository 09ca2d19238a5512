const { sinch } = require('./client.cjs');
const sdk = require('@sinch/sdk-core');

/**
 * @param {import('@sinch/sdk-core').ConversationService} service
 * @param {import('@sinch/sdk-core').Conversation.Contact} contact
 */
async function greet(service, contact) {
  await service.messages.sendTextMessage({
    sendMessageRequestBody: { app_id: '01APP', recipient: { contact_id: contact.id }, message: { text_message: { text: 'Hello' } } },
  });
}

async function main() {
  const other = new sdk.SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's' });
  await greet(sinch.conversation, await sinch.conversation.contact.get({ contact_id: '01C' }));
  await greet(other.conversation, { id: '01D' });
}

main();
