const { clientCredentials } = require('@convapi/auth');
const { createConversationClient } = require('@convapi/client');

const sinch = createConversationClient({
  projectId: process.env.SINCH_PROJECT_ID,
  region: 'eu',
  auth: clientCredentials({ keyId: process.env.SINCH_KEY_ID, keySecret: process.env.SINCH_KEY_SECRET }),
});

module.exports = { sinch };
