import createClient from 'openapi-fetch';
import type { Paths } from '../../src/subjects/openapi-paths.ts';

const answer = await fetch('https://auth.sinch.com/oauth2/token', {
  method: 'POST',
  headers: { authorization: `Basic ${btoa('key-id:key-secret')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
const { access_token } = (await answer.json()) as { access_token: string };
const client = createClient<Paths>({
  baseUrl: 'https://eu.conversation.api.sinch.com',
  headers: { authorization: `Bearer ${access_token}` },
});
const { data } = await client.POST('/v1/projects/{project_id}/messages:send', {
  params: { path: { project_id: 'project-id' } },
  body: {
    app_id: 'app-id',
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
    message: { text_message: { text: 'Hello' } },
  },
});
console.log(data?.message_id);
