import { describe, expect, it, onTestFinished } from 'vitest';
import { readContract } from '../src/contract/contract.ts';
import { startWith } from '../src/start-emulator.ts';
import { startLab, text, wrongFields } from './support.ts';

const contract = readContract();
const operations = contract.documents.flatMap((document) => document.operations);

function operation(id: string) {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`There is no operation ${id}`);
  return found;
}

const SMS = { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] };

describe('fields that the API does not have', () => {
  it('are refused by name, however deep', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000', number: 1 }] } };
    const answer = await lab.call('POST', '/messages:send', {
      app_id: app,
      recipient,
      mesage_metadata: 'x',
      message: { text_message: { text: 'Hello', bold: true } },
    });
    expect(answer.status).toBe(400);
    expect(wrongFields(answer).sort()).toEqual([
      'mesage_metadata',
      'message.text_message.bold',
      'recipient.identified_by.channel_identities[0].number',
    ]);
  });

  it('are taken where only the service writes them, so that what was read can be sent back', async () => {
    // See pairs/ for everything that can be.
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const read = await lab.done('GET', `/apps/${app}`);
    expect(await lab.done('PATCH', `/apps/${app}`, { ...read, display_name: 'New' })).toMatchObject({ display_name: 'New' });
    expect((await lab.call('PATCH', `/apps/${app}`, { display_name: null, delivery_report_based_fallback: null })).status).toBe(200);
    const template = { default_translation: 'en', translations: [{ language_code: 'en', variables: [], ...text('Hi') }] };
    const made = await lab.done('POST', `/v2/projects/${lab.projectId}/templates`, template);
    expect((await lab.call('PUT', `/v2/projects/${lab.projectId}/templates/${made.id}`, made)).status).toBe(200);
  });

  it('are free where the API has a field for anything', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    await lab.send(app, [['SMS', '46700000000']], { conversation_metadata: { any: { thing: [1] } } });
  });
});

describe('what the emulator does not know', () => {
  it('is refused with the document that does not know it, and with the way to let it pass', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    for (const [path, body] of [
      ['/webhooks', { app_id, target: 'http://127.0.0.1:9/', triggers: ['BRAND_NEW_TRIGGER'] }],
      ['/contacts', { ...SMS, language: 'SV', nickname: 'Ada' }],
      ['/contacts?channel=FAX&identity=1', undefined],
    ] as const) {
      const { status, body: answer } = await lab.call(body ? 'POST' : 'GET', path, body);
      expect(status).toBe(400);
      expect(answer.error.message).toContain('known to version 1.0.0 of the document "Sinch Conversation API"');
      expect(answer.error.message).toContain('--loose');
      expect(answer.error.message).not.toContain('UNSPECIFIED');
    }
  });

  it('gets no such advice where something known is wrong', async () => {
    const lab = await startLab();
    expect((await lab.call('POST', '/contacts', { ...SMS, language: 'SV', email: 1 })).body.error.message).not.toContain('loose');
  });

  it('is taken where the vendor keeps a list open, and in the spelling of an older client', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    await lab.send(app_id, [['SMS', '46700000000']], { channel_properties: { FAX_PAPER: 'A4' } });
    const webhook = await lab.done('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:9/', triggers: ['SMART_CONVERSATIONS'] });
    expect(webhook.triggers).toEqual(['SMART_CONVERSATION']);
  });
});

describe('loose', () => {
  it('takes new triggers and kinds of events too, says so once, and calls none of it a bug', async () => {
    const said: string[] = [];
    const bugs: unknown[] = [];
    const emulator = await startWith({ loose: true }, { onError: (bug) => bugs.push(bug), tell: (words) => said.push(words) });
    onTestFinished(() => emulator.close());
    const headers = { authorization: `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`, 'content-type': 'application/json' };
    const post = async (path: string, body: object) => {
      const url = `${emulator.url}/v1/projects/${emulator.projectId}${path}`;
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      return [answer.status, await answer.json()] as [number, { id: string }];
    };
    const credentials = [{ channel: 'WHATSAPP', static_bearer: { claimed_identity: 'a', token: 'b' } }];
    const [, { id: app_id }] = await post('/apps', { display_name: 'New', channel_credentials: credentials });
    const recipient = { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: '46700000000' }] } };
    const event = { app_id, recipient, event: { brand_new_event: { a: 1 } } };
    const message = { app_id, recipient, message: { brand_new_message: { a: 1 } } };
    const webhook = { app_id, target: 'http://127.0.0.1:9/', triggers: ['BRAND_NEW_TRIGGER'] };
    for (const [path, body] of [
      ['/events:send', event],
      ['/events:send', event],
      ['/messages:send', message],
      ['/webhooks', webhook],
    ] as const) {
      expect([path, (await post(path, body))[0]]).toEqual([path, 200]);
    }
    await emulator.control.idle();
    expect(bugs).toEqual([]);
    expect(said.map((words) => words.replace(/ is not.*/, ''))).toEqual([
      'POST /v1/projects/{project_id}/events:send: event.brand_new_event',
      'POST /v1/projects/{project_id}/messages:send: message.brand_new_message',
      'POST /v1/projects/{project_id}/webhooks: triggers[] "BRAND_NEW_TRIGGER"',
    ]);
  });

  it('takes unknown fields and values, and what is too long or too many', async () => {
    const lab = await startLab({ loose: true, checkAnswers: false });
    const app = await lab.app(['SMS']);
    await lab.done('POST', '/contacts', { ...SMS, language: 'EN_US', nickname: 'Ada' });
    await lab.send(app, [['SMS', '46700000000']], { message_metadata: 'x'.repeat(2000), foo: 1, queue: 'WHATEVER_PRIORITY' });
    expect((await lab.call('GET', '/contacts?page_size=1000')).status).toBe(200);
  });

  it.each([
    ['a field that is missing', { app_id: 'x' }],
    ['a field of another type', { app_id: 1, recipient: {}, message: text('Hello') }],
    [
      'two kinds of message',
      { app_id: 'x', recipient: { contact_id: 'x' }, message: { ...text('Hello'), media_message: { url: 'http://127.0.0.1/' } } },
    ],
    ['a time to live without a unit', { app_id: 'x', recipient: { contact_id: 'x' }, message: text('Hello'), ttl: '10' }],
  ])('still refuses %s', async (_, body) => {
    const lab = await startLab({ loose: true });
    expect((await lab.call('POST', '/messages:send', body)).status).toBe(400);
  });
});

describe('answers of the emulator itself', () => {
  it('are checked against the spec', () => {
    const send = operation('Messages_SendMessage');
    const good = { message_id: '01M7YZMHG004REH71NNXCGT11G', accepted_time: '2026-11-21T12:00:00Z' };
    expect(contract.checkAnswer(send, good)).toEqual([]);
    expect(contract.checkAnswer(send, { ...good, message_id: 1 })).toEqual([{ field: 'message_id', description: 'must be a string' }]);
    const description = 'is not known to version 1.0.0 of the document "Sinch Conversation API"';
    expect(contract.checkAnswer(send, { ...good, secret: 1 })).toEqual([{ field: 'secret', description }]);
    expect(contract.checkAnswer(operation('App_DeleteApp'), {})).toEqual([]);
    expect(contract.checkAnswer(operation('App_DeleteApp'), { id: 'x' })).toHaveLength(1);
  });

  it('can all be checked', () => {
    for (const one of operations) expect(() => contract.checkAnswer(one, {})).not.toThrow();
  });
});
