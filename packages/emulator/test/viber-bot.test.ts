import { expect, it } from 'vitest';
import { startLab } from './support.ts';

it('the old Viber bot is a channel of contacts and of questions, and nobody can send on it', async () => {
  const lab = await startLab();
  const app_id = await lab.app([], { channel_credentials: [{ channel: 'VIBER', static_token: { token: 'made-up' } }] });
  const { channel_credentials: credentials } = await lab.done('GET', `/apps/${app_id}`);
  expect(credentials).toMatchObject([{ channel: 'VIBER', state: { status: 'FAILING' } }]);
  const address = { channel: 'VIBER', identity: 'viber-id' };
  const contact = { channel_identities: [address], channel_priority: ['VIBER'], language: 'UNSPECIFIED', display_name: 'Ada' };
  const { id } = await lab.done('POST', '/contacts', contact);
  expect(await lab.done('GET', `/contacts/${id}`)).toMatchObject({ channel_priority: ['VIBER'], channel_identities: [address] });
  const recipient = { identified_by: { channel_identities: [address] } };
  const profile = await lab.done('POST', '/contacts:getChannelProfile', { app_id, recipient, channel: 'VIBER' });
  expect(profile.profile_name).toBe('A user of VIBER');
  expect(lab.reports(await lab.send(app_id, [['VIBER', 'viber-id']]))).toEqual(['FAILED VIBER CHANNEL_CONFIGURATION_MISSING']);
});
