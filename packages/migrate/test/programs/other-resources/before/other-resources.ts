import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function main() {
  await sinch.conversation.transcoding.transcodeMessage({
    transcodeMessageRequestBody: { app_id: '01APP', app_message: { text_message: { text: 'Hello' } }, channels: ['SMS'] },
  });
  await sinch.conversation.capability.lookup({ lookupCapabilityRequestBody: { app_id: '01APP', recipient: { contact_id: '01CONTACT' } } });
  const webhook = await sinch.conversation.webhooks.create({
    webhookCreateRequestBody: { app_id: '01APP', target: 'https://example.com/callbacks', triggers: ['MESSAGE_INBOUND'] },
  });
  await sinch.conversation.webhooks.get({ webhook_id: webhook.id ?? '' });
  const { webhooks } = await sinch.conversation.webhooks.list({ app_id: '01APP' });
  await sinch.conversation.webhooks.update({
    webhook_id: '01WEBHOOK',
    webhookUpdateRequestBody: { target: 'https://example.com/new' },
    update_mask: ['target'],
  });
  await sinch.conversation.webhooks.delete({ webhook_id: '01WEBHOOK' });
  for await (const { identity } of sinch.conversation.consents.listIdentities({ app_id: '01APP', list_type: 'OPT_OUT_ALL', page_size: 50 })) {
    console.log(identity, webhooks?.length);
  }
  await sinch.conversation.consents.listAuditRecords({ identity: '46701234567', app_id: '01APP' });
  await sinch.conversation.projectSettings.create({ createProjectSettingsRequestBody: {} });
  await sinch.conversation.projectSettings.get({});
  await sinch.conversation.projectSettings.update({ updateProjectSettingsRequestBody: {} });
  await sinch.conversation.projectSettings.delete({});
}
