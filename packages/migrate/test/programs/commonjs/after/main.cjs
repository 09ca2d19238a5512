const { sinch } = require('./client.cjs');
const { clientCredentials } = require('@convapi/auth');
const { createConversationClient } = require('@convapi/client');

/**
 * @param {import('@convapi/client').ConversationClient} service
 * @param {import('@convapi/core').Contact} contact
 */
async function greet(service, contact) {
  await service.messages.send({ app_id: '01APP', recipient: { contact_id: contact.id }, message: { text_message: { text: 'Hello' } } });
}

async function main() {
  const other = createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });
  await greet(sinch, await sinch.contacts.get('01C'));
  await greet(other, { id: '01D' });
}

main();
