import { describe, expect, it } from 'vitest';
import { type Lab, NOBODYS_ID, startLab, text, wrongFields } from './support.ts';

const ADA = '46700000001';
const BO = '46700000002';
const MINUTE_MS = 60_000;

function at(lab: Lab, path: string): string {
  return `/batch/v1/projects/${lab.projectId}${path}`;
}

function to(identity: string, more: object = {}): object {
  return { recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } }, ...more };
}

async function sendBatch(lab: Lab, more: object = {}): Promise<string> {
  const body = { app_id: await lab.app(['SMS']), message: text(`Hello \${name}`), recipient_and_params: [to(ADA), to(BO)], ...more };
  return String((await lab.done('POST', at(lab, '/messages'), body)).batch_id);
}

async function statusOf(lab: Lab, id: string): Promise<unknown> {
  return (await lab.done('GET', at(lab, `/messages/${id}`))).status;
}

function reports(lab: Lab): { status: string; metadata: string }[] {
  return lab.control.events().flatMap(({ body }) => (body.message_delivery_report as { status: string; metadata: string }) ?? []);
}

describe('a batch', () => {
  it('goes to all recipients, each with its own words', async () => {
    const lab = await startLab();
    const id = await sendBatch(lab, { recipient_and_params: [to(ADA, { parameters: { name: 'Ada' } }), to(BO)] });
    await lab.control.idle();
    expect(lab.control.messages().map(({ message }) => message)).toEqual([text('Hello Ada'), text(`Hello \${name}`)]);
    expect(await statusOf(lab, id)).toBe('PROCESSED');
  });

  it('reports with its id in the metadata, those of the recipient first', async () => {
    const lab = await startLab();
    lab.control.channel('SMS').answers({ status: 'FAILED' }, { identity: BO });
    const id = await sendBatch(lab, {
      message_metadata: { a: 1, b: 1 },
      recipient_and_params: [to(ADA, { message_metadata: { b: 2 } }), to(BO)],
    });
    await lab.control.idle();
    const seen = reports(lab).map(({ status, metadata }) => [status, JSON.parse(metadata)]);
    expect(seen).toEqual([
      ['QUEUED_ON_CHANNEL', { a: 1, b: 2, _batch_id: id }],
      ['QUEUED_ON_CHANNEL', { a: 1, b: 1, _batch_id: id }],
      ['DELIVERED', { a: 1, b: 2, _batch_id: id }],
      ['FAILED', { a: 1, b: 1, _batch_id: id, batch_id: id, message_index: 1 }],
    ]);
    lab.checkCallbacks();
  });

  it('tells when it is scheduled, processed and cancelled: BATCH_STATUS_UPDATE', async () => {
    const lab = await startLab();
    const told = () => lab.control.events().flatMap(({ trigger, body }) => (trigger === 'BATCH_STATUS_UPDATE' ? [body] : []));
    const at_once = await sendBatch(lab, { batch_metadata: { wave: 'one' } });
    await lab.control.idle();
    expect(told()).toMatchObject([
      {
        batch_status_update_notification: {
          batch_id: at_once,
          batch_status: 'BATCH_STATUS_PROCESSED',
          batch_type: 'BATCH_TYPE_MESSAGES',
          additional_data: { message_batch_data: { send_after: '2026-11-21T12:00:00.000Z', batch_metadata: { wave: 'one' } } },
        },
      },
    ]);
    const later = await sendBatch(lab, { send_after: '2026-11-21T13:00:00Z' });
    await lab.done('DELETE', at(lab, '/messages'), { batch_id: later });
    await lab.control.idle();
    expect(told().slice(1)).toMatchObject(
      ['BATCH_STATUS_SCHEDULED', 'BATCH_STATUS_CANCELLED'].map((batch_status) => ({
        batch_status_update_notification: {
          batch_id: later,
          batch_status,
          additional_data: { message_batch_data: { send_after: '2026-11-21T13:00:00Z' } },
        },
      })),
    );
    lab.checkCallbacks();
  });

  it('keeps conversation metadata, those of the recipient first', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], { processing_mode: 'CONVERSATION', conversation_metadata_report_view: 'FULL' });
    await sendBatch(lab, { app_id, conversation_metadata: { a: 1 }, recipient_and_params: [to(ADA, { conversation_metadata: { b: 2 } })] });
    await lab.control.idle();
    lab.control.contact(ADA, 'SMS').writes('Hi');
    const { body } = await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
    expect(JSON.parse(String(body.message_metadata))).toEqual({ a: 1, b: 2 });
  });

  it.each([
    ['in a minute', MINUTE_MS, MINUTE_MS],
    ['in a minute and a second', MINUTE_MS + 1000, 5 * MINUTE_MS],
    ['on the mark', 10 * MINUTE_MS, 10 * MINUTE_MS],
    ['right after the mark', 10 * MINUTE_MS + 1, 15 * MINUTE_MS],
    ['in 7 days', 7 * 24 * 60 * MINUTE_MS, 7 * 24 * 60 * MINUTE_MS],
  ])('planned %s is sent on time', async (_when, aheadMs, dueMs) => {
    const lab = await startLab();
    await sendBatch(lab, { send_after: new Date(lab.control.now() + aheadMs).toISOString() });
    await lab.control.advance(dueMs - 1);
    expect(lab.control.messages()).toEqual([]);
    await lab.control.advance(1);
    await lab.control.idle();
    expect(lab.control.messages()).toHaveLength(2);
  });

  it('planned for the past goes at once', async () => {
    const lab = await startLab();
    await sendBatch(lab, { send_after: '2020-01-01T00:00:00Z' });
    await lab.control.idle();
    expect(lab.control.messages()).toHaveLength(2);
  });

  it('can be cancelled before it is due, and not after', async () => {
    const lab = await startLab();
    const send_after = new Date(lab.control.now() + 5 * MINUTE_MS).toISOString();
    const stopped = await sendBatch(lab, { send_after });
    const sent = await sendBatch(lab, { send_after });
    expect(await statusOf(lab, stopped)).toBe('SCHEDULED');
    await lab.done('DELETE', at(lab, '/messages'), { batch_id: stopped });
    await lab.control.idle();
    await lab.control.advance(5 * MINUTE_MS);
    for (const batch_id of [sent, 'no-such-batch']) await lab.done('DELETE', at(lab, '/messages'), { batch_id });
    await lab.control.idle();
    expect([await statusOf(lab, stopped), await statusOf(lab, sent)]).toEqual(['CANCELLED', 'PROCESSED']);
    expect(lab.control.messages()).toHaveLength(2);
  });

  it('is found by its metadata', async () => {
    const lab = await startLab();
    const spring = await sendBatch(lab, { batch_metadata: { campaign: 'spring', year: 2026 } });
    const autumn = await sendBatch(lab, { batch_metadata: { campaign: 'autumn' } });
    const find = async (query: string) =>
      ((await lab.done('GET', at(lab, `/messages${query}`))).batches as { batch_id: string }[]).map((one) => one.batch_id);
    expect(await find('?campaign=spring&year=2026')).toEqual([spring]);
    expect(await find('?campaign=spring&year=2025')).toEqual([]);
    expect(await find('?toString=x')).toEqual([]);
    expect(await find('')).toEqual([spring, autumn]);
    expect((await lab.call('GET', at(lab, '/messages/01'))).status).toBe(404);
  });

  it('counts for nothing once its app is deleted', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const id = await sendBatch(lab, { app_id, send_after: new Date(lab.control.now() + 5 * MINUTE_MS).toISOString() });
    await lab.done('DELETE', `/apps/${app_id}`);
    await lab.control.advance(5 * MINUTE_MS);
    expect([await statusOf(lab, id), lab.control.messages()]).toEqual(['PROCESSED', []]);
  });

  it.each([
    ['no recipients', { recipient_and_params: [] }, ['recipient_and_params']],
    ['1001 recipients', { recipient_and_params: Array(1001).fill(to(ADA)) }, ['recipient_and_params']],
    [
      'a number that is none',
      { recipient_and_params: [to(ADA), to('nobody')] },
      ['recipient_and_params[1].recipient.identified_by.channel_identities[0].identity'],
    ],
    [
      'a contact in DISPATCH mode',
      { recipient_and_params: [{ recipient: { contact_id: '01' } }] },
      ['recipient_and_params[0].recipient.contact_id'],
    ],
    ['a send_after in 8 days', { send_after: '2026-11-29T12:00:01Z' }, ['send_after']],
    ['a send_after that is no time', { send_after: 'soon' }, ['send_after']],
    ['the reserved key', { message_metadata: { _batch_id: 'x' } }, ['message_metadata._batch_id']],
    [
      'metadata that are too long',
      { recipient_and_params: [to(ADA, { message_metadata: { a: 'x'.repeat(1000) } })] },
      ['recipient_and_params[0].message_metadata'],
    ],
    ['a callback URL that is none', { callback_url: 'here' }, ['callback_url']],
    [
      'a parameter that is a number',
      { recipient_and_params: [to(ADA, { parameters: { n: 1 } })] },
      ['recipient_and_params[0].parameters.n'],
    ],
  ])('is refused with %s', async (_what, change, fields) => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const body = { app_id, message: text('x'), recipient_and_params: [to(ADA)], ...change };
    const answer = await lab.call('POST', at(lab, '/messages'), body);
    expect(answer.status).toBe(400);
    expect([...new Set(wrongFields(answer))]).toEqual(fields);
  });

  it('is refused for an app that is not there', async () => {
    const lab = await startLab();
    const body = { app_id: NOBODYS_ID, message: text('x'), recipient_and_params: [to(ADA)] };
    expect((await lab.call('POST', at(lab, '/messages'), body)).status).toBe(404);
  });
});

describe('bulk changes', () => {
  it('create and delete contacts after the answer, and tell which', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const toContacts = (identities: string[]) =>
      identities.map((identity) => ({ channel_identities: [{ channel: 'SMS', identity }], language: 'EN' }));
    const wrong = await lab.call('POST', at(lab, '/contacts'), { contacts: toContacts([ADA, 'nobody']) });
    expect([wrong.status, wrongFields(wrong)]).toEqual([400, ['contacts[1].channel_identities[0].identity']]);
    await lab.done('POST', at(lab, '/contacts'), { contacts: toContacts([ADA, BO]) });
    await lab.control.idle();
    const made = (await lab.done('GET', '/contacts')).contacts as { id: string }[];
    expect(made).toHaveLength(2);
    await lab.done('DELETE', at(lab, '/contacts'), { contact_ids: ['01', ...made.map((one) => one.id)] });
    await lab.control.idle();
    expect((await lab.done('GET', '/contacts')).contacts).toEqual([]);
    expect(lab.control.events().map((event) => event.trigger)).toEqual([
      'CONTACT_CREATE',
      'CONTACT_CREATE',
      'CONTACT_DELETE',
      'CONTACT_DELETE',
    ]);
  });

  it('put identities on an opt-out list', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const body = { app_id, list_type: 'OPT_OUT_MARKETING', identities: [{ identity: `+${ADA}` }, { identity: BO }] };
    await lab.done('POST', at(lab, '/consents'), body);
    await lab.control.idle();
    expect((await lab.done('GET', `/apps/${app_id}/consents/OPT_OUT_MARKETING`)).identities).toEqual([{ identity: ADA }, { identity: BO }]);
    expect((await lab.call('POST', at(lab, '/consents'), { ...body, app_id: NOBODYS_ID })).status).toBe(404);
  });
});
