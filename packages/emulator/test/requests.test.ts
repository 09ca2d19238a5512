import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text, wrongFields } from './support.ts';

const RECIPIENT = { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } };

async function sendBad(change: object): Promise<{ fields: string[]; message: string; status: number }> {
  const lab = await startLab();
  const app_id = await lab.app(['SMS']);
  const answer = await lab.call('POST', '/messages:send', { app_id, recipient: RECIPIENT, message: text('Hello'), ...change });
  return { fields: wrongFields(answer), message: answer.body.error.message, status: answer.status };
}

describe('bodies that the spec does not allow', () => {
  it.each([
    ['a recipient of two kinds', { recipient: { contact_id: '01', ...RECIPIENT } }, ['recipient']],
    ['a recipient of no kind', { recipient: {} }, ['recipient']],
    [
      'a recipient without identities',
      { recipient: { identified_by: { channel_identities: [] } } },
      ['recipient.identified_by.channel_identities'],
    ],
    ['a channel that nobody knows', { channel_priority_order: ['SMS', 'FAX'] }, ['channel_priority_order[1]']],
    ['a text that is a number', { message: { text_message: { text: 5 } } }, ['message.text_message.text']],
    ['a choice of no kind', { message: { choice_message: { choices: [{ postback_data: 'x' }] } } }, ['message.choice_message.choices[0]']],
    ['eleven choices', { message: { choice_message: { choices: Array(11).fill(text('x')) } } }, ['message.choice_message.choices']],
    ['a template of no kind', { message: { template_message: {} } }, ['message.template_message']],
    ['a ttl of one second', { ttl: '1s' }, ['ttl']],
    ['a ttl in minutes', { ttl: '5m' }, ['ttl']],
    ['metadata of 1025 characters', { message_metadata: 'x'.repeat(1025) }, ['message_metadata']],
    ['conversation metadata of 2049 characters', { conversation_metadata: { a: 'x'.repeat(2041) } }, ['conversation_metadata']],
    ['a correlation id of 129 characters', { correlation_id: 'x'.repeat(129) }, ['correlation_id']],
    ['a channel property that is no text', { channel_properties: { FAX_PAPER: 4 } }, ['channel_properties.FAX_PAPER']],
    ['a callback URL that is none', { callback_url: 'here' }, ['callback_url']],
    [
      'an unknown flow message',
      { message: { ...text('x'), channel_specific_message: { WHATSAPP: { message_type: 'NOPE', message: {} } } } },
      ['message.channel_specific_message.WHATSAPP.message_type'],
    ],
    [
      'a word for a phone number',
      { recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: 'not-a-number' }] } } },
      ['recipient.identified_by.channel_identities[0].identity'],
    ],
    ['two wrong fields', { queue: 'FAST', processing_strategy: 'MAYBE' }, ['queue', 'processing_strategy']],
  ])('names the field: %s', async (_what, change, expected) => {
    const { status, fields } = await sendBad(change);
    expect(status).toBe(400);
    expect(fields.sort()).toEqual([...expected].sort());
  });

  it('says which message keys exclude each other', async () => {
    const { message, fields } = await sendBad({ message: { ...text('Hello'), card_message: { title: 'x' } } });
    expect(fields).toEqual(['message']);
    expect(message).toContain('has 2: card_message, text_message');
  });

  it('names a field that is missing', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/messages:send', { recipient: RECIPIENT });
    expect(wrongFields(answer).sort()).toEqual(['app_id', 'message']);
    expect(answer.body.error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(answer.body.error.details[0]?.['@type']).toBe('type.googleapis.com/google.rpc.BadRequest');
  });

  it('allows an agent that is null, as the service sends it', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS']);
    await expect(lab.send(id, [['SMS', '46700000000']], { message: { ...text('x'), agent: null } })).resolves.toBeTypeOf('string');
  });

  it.each([
    ['credentials of another channel', { channel: 'SMS', static_token: { token: 't' } }, 'channel_credentials[0]'],
    ['no credentials', { channel: 'SMS' }, 'channel_credentials[0]'],
    ['no token', { channel: 'SMS', static_bearer: { claimed_identity: 'x' } }, 'channel_credentials[0].static_bearer.token'],
    [
      'an unspecified channel',
      { channel: 'CHANNEL_UNSPECIFIED', static_bearer: { claimed_identity: 'x', token: 't' } },
      'channel_credentials[0].channel',
    ],
  ])('names the credentials of an app: %s', async (_what, one, field) => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/apps', { display_name: 'x', channel_credentials: [one] });
    expect([answer.status, wrongFields(answer)]).toEqual([400, [field]]);
  });
});

describe('bodies that cannot be read', () => {
  async function post(lab: Lab, body: string, headers: Record<string, string> = {}): Promise<[number, string]> {
    const answer = await lab.call('POST', '/apps', body, headers);
    return [answer.status, answer.body.error.message];
  }

  it('refuses another content type', async () => {
    const [status, message] = await post(await startLab(), '{}', { 'content-type': 'text/plain' });
    expect(status).toBe(415);
    expect(message).toContain('application/json');
  });

  it('refuses what is no JSON', async () => {
    const [status, message] = await post(await startLab(), '{"a":');
    expect(status).toBe(400);
    expect(message).toContain('not JSON');
  });

  it.each(['null', '[]', '"text"', '7'])('refuses JSON that is no object: %s', async (body) => {
    const [status, message] = await post(await startLab(), body);
    expect(status).toBe(400);
    expect(message).toContain('the body must be an object');
  });

  it('refuses more than 1 MiB', async () => {
    const [status] = await post(await startLab(), JSON.stringify({ display_name: 'x'.repeat(1024 * 1024) }));
    expect(status).toBe(413);
  });

  it('refuses more than 1 MiB that comes without a length', async () => {
    const lab = await startLab();
    const status = await new Promise((resolve) => {
      const upload = request(`${lab.url}/v1/projects/${lab.projectId}/apps`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
          authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}`,
        },
      });
      upload.on('response', (response) => resolve(response.statusCode));
      upload.on('error', () => undefined);
      upload.write('{"display_name":"');
      upload.end('x'.repeat(2 * 1024 * 1024));
    });
    expect(status).toBe(413);
  });

  it('refuses deep nesting, but not brackets in a text', async () => {
    const lab = await startLab();
    const [status, message] = await post(lab, '['.repeat(100_000));
    expect(status).toBe(400);
    expect(message).toContain('64 levels');
    const answer = await lab.call('POST', '/apps', { display_name: `"\\${'['.repeat(200)}`, channel_credentials: [] });
    expect(answer.status).toBe(200);
  });

  it('keeps a key named __proto__ as data', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    const body = `{"app_id":"${id}","recipient":${JSON.stringify(RECIPIENT)},"message":{"text_message":{"text":"x"}},"conversation_metadata":{"__proto__":{"polluted":true}}}`;
    expect((await lab.call('POST', '/messages:send', body)).status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('queries', () => {
  it.each([
    ['/contacts?page_size=21', 'page_size'],
    ['/contacts?page_size=-1', 'page_size'],
    ['/contacts?page_size=many', 'page_size'],
    ['/contacts?channel=FAX&identity=1', 'channel'],
    ['/contacts?channel=SMS', 'identity'],
    ['/contacts?page_token=made-up', 'page_token'],
    ['/conversations', 'app_id'],
    ['/conversations:recent', 'app_id'],
    ['/events', 'conversation_id'],
    ['/messages?only_recipient_originated=maybe', 'only_recipient_originated'],
    ['/messages?start_time=yesterday', 'start_time'],
    ['/messages?start_time=2026-01-02T00:00:00Z&end_time=2026-01-01T00:00:00Z', 'start_time'],
    ['/messages?messages_source=DISPATCH_SOURCE&contact_id=1', 'contact_id'],
  ])('names the wrong parameter of %s', async (path, field) => {
    const lab = await startLab();
    const answer = await lab.call('GET', path);
    expect([answer.status, wrongFields(answer)]).toEqual([400, [field]]);
  });

  it('takes an empty parameter as one that was not given', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/contacts?page_size=&page_token=&external_id=')).status).toBe(200);
  });
});

describe('paths', () => {
  it('answers 404 where there is nothing', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/faxes')).body.error).toMatchObject({ code: 404, status: 'NOT_FOUND' });
    expect((await lab.call('GET', '/v1/projects/%E0%A4%A/apps')).status).toBe(404);
  });

  it('finds a verb whose colon is percent-encoded', async () => {
    const lab = await startLab();
    expect((await lab.call('POST', '/messages%3Asend', {})).status).toBe(400);
  });

  it.each(['apps', 'webhooks', 'contacts', 'conversations', 'messages', 'events'])('answers 404 for an unknown id of %s', async (kind) => {
    const lab = await startLab();
    const answer = await lab.call('GET', `/${kind}/01EB37HMH1M6SV18ABNS3G135H`);
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain('region');
  });

  it('answers 501 like the service when a webhook is posted to the list of an app', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', `/apps/${await lab.app(['SMS'])}/webhooks`, {});
    expect([answer.status, answer.body.error.status]).toEqual([501, 'UNIMPLEMENTED']);
    expect(answer.headers.has('x-convapi-emulator')).toBe(false);
  });

  it.each([
    ['POST', '/templates', { nonsense: true }],
    ['GET', '/templates'],
    ['GET', '/templates/01'],
    ['PATCH', '/templates/01', {}],
    ['DELETE', '/templates/01'],
  ])('says that version 1 of the templates is gone: %s %s', async (method, path, body?: object) => {
    const answer = await (await startLab()).call(method, path, body);
    expect([answer.status, answer.body.error.code]).toEqual([404, 404]);
    expect(answer.body.error.message).toContain('/v2/');
  });

  it('answers under /v1beta as under /v1', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS']);
    expect((await lab.call('GET', `/v1beta/projects/${lab.projectId}/apps/${id}`)).body.id).toBe(id);
    expect((await lab.call('GET', `/batch/v1beta/projects/${lab.projectId}/messages`)).body).toEqual({ batches: [] });
    expect((await lab.call('GET', `/v3/projects/${lab.projectId}/apps`)).status).toBe(404);
  });
});

describe('host names', () => {
  function ask(lab: Lab, host: string): Promise<number | undefined> {
    return new Promise((resolve) =>
      request(`${lab.url}/_emulator`, { headers: { host } }, (response) => resolve(response.resume().statusCode)).end(),
    );
  }

  it.each(['localhost:4010', '127.0.0.1', '[::1]:80', 'LOCALHOST'])('answers for %s', async (host) => {
    expect(await ask(await startLab(), host)).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:4010'])(
    'refuses %s, so that no other site gets in',
    async (host) => {
      expect(await ask(await startLab(), host)).toBe(403);
    },
  );

  it('answers for a name that was allowed', async () => {
    expect(await ask(await startLab({ allowHosts: ['Emulator'] }), 'emulator:4010')).toBe(200);
  });
});
