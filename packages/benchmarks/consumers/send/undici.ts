import { request } from 'undici';

const token = await request('https://auth.sinch.com/oauth2/token', {
  method: 'POST',
  headers: { authorization: `Basic ${btoa('key-id:key-secret')}`, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=client_credentials',
});
const { access_token } = (await token.body.json()) as { access_token: string };
const answer = await request('https://eu.conversation.api.sinch.com/v1/projects/project-id/messages:send', {
  method: 'POST',
  headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    app_id: 'app-id',
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
    message: { text_message: { text: 'Hello' } },
  }),
});
console.log(await answer.body.text());
