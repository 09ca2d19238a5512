import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', logger: null });

export async function call(resource, method, data) {
  return sinch.conversation[resource][method](data);
}

export async function send(base, appId) {
  sinch.conversation.setRegion('eu');
  await sinch.conversation.messages.send({ ...base, sendMessageRequestBody: { app_id: appId } });
  const { update } = sinch.conversation.contact;
  return [1, 2].map(sinch.conversation.contact.get, update);
}

export function start(run) {
  report(sinch.conversation);
  run();
}

function report(client) {
  console.log(client.messages);
}
