import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function main() {
  const app = await sinch.conversation.app.create({
    appCreateRequestBody: { display_name: 'Support', channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 't' } }] },
  });
  await sinch.conversation.app.get({ app_id: app.id ?? '' });
  await sinch.conversation.app.update({
    app_id: '01APP',
    update_mask: ['display_name'],
    appUpdateRequestBody: { display_name: 'Sales' },
  });
  const { apps } = await sinch.conversation.app.list({});
  await sinch.conversation.app.list();
  await sinch.conversation.app.delete({ app_id: '01APP' });
  return apps;
}
