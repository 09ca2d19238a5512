import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function main() {
  await sinch.transcoding.transcode({ app_id: '01APP', app_message: { text_message: { text: 'Hello' } }, channels: ['SMS'] });
  await sinch.capability.query({ app_id: '01APP', recipient: { contact_id: '01CONTACT' } });
  const webhook = await sinch.webhooks.create({ app_id: '01APP', target: 'https://example.com/callbacks', triggers: ['MESSAGE_INBOUND'] });
  await sinch.webhooks.get(webhook.id ?? '');
  const { webhooks } = await sinch.webhooks.list('01APP');
  await sinch.webhooks.update('01WEBHOOK', { target: 'https://example.com/new' }, { update_mask: ['target'] });
  await sinch.webhooks.delete('01WEBHOOK');
  for await (const { identity } of sinch.consents.listIdentities('01APP', 'OPT_OUT_ALL', { page_size: 50 })) {
    console.log(identity, webhooks?.length);
  }
  await sinch.consents.listAuditRecords('01APP', '46701234567');
  await sinch.settings.create({});
  await sinch.settings.get();
  await sinch.settings.update({});
  await sinch.settings.delete();
}
