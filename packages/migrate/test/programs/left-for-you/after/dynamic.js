import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

// TODO(convapi): see hooks, logger and transport of createConversationClient for logger
const sinch = createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function call(resource, method, data) {
  // TODO(convapi): name the method, or map the names to those of @convapi/client
  return sinch.conversation[resource][method](data);
}

export async function send(base, appId) {
  // TODO(convapi): make a new client in place of setRegion
  sinch.conversation.setRegion('eu');
  // TODO(convapi): call messages.send(body)
  await sinch.conversation.messages.send({ ...base, sendMessageRequestBody: { app_id: appId } });
  // TODO(convapi): call them on the resource
  const { update } = sinch.conversation.contact;
  // TODO(convapi): take the arguments apart as the method of @convapi/client has them
  return [1, 2].map(sinch.conversation.contact.get, update);
}

export function start(run) {
  // TODO(convapi): in report, change the calls on this client
  report(sinch);
  run();
}

function report(client) {
  console.log(client.messages);
}
