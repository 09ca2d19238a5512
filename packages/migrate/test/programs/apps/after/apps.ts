import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function main() {
  const app = await sinch.apps.create({ display_name: 'Support', channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 't' } }] });
  await sinch.apps.get(app.id ?? '');
  await sinch.apps.update('01APP', { display_name: 'Sales' }, { update_mask: ['display_name'] });
  const { apps } = await sinch.apps.list();
  await sinch.apps.list();
  await sinch.apps.delete('01APP');
  return apps;
}
