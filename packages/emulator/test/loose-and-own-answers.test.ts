import { describe, expect, it } from 'vitest';
import { readContract } from '../src/http/contract.ts';
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

describe('loose', () => {
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
