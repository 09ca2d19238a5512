import { describe, expect, it } from 'vitest';
import { startLab, text, wrongFields } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };
const ADA = '46700000001';
const BO = '46700000002';

function ids(list: unknown): string[] {
  return (list as { id: string }[]).map((one) => one.id);
}

describe('messages', () => {
  it('can be read, changed in metadata only, and deleted', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['SMS'], CONVERSATION), [['SMS', `+${ADA}`]], { message_metadata: 'one' });
    expect(await lab.done('GET', `/messages/${id}`)).toMatchObject({
      id,
      direction: 'TO_CONTACT',
      app_message: text('Hello'),
      channel_identity: { channel: 'SMS', identity: ADA },
      metadata: 'one',
      processing_mode: 'CONVERSATION',
      accept_time: '2026-11-21T12:00:00.000Z',
    });
    expect(await lab.done('PATCH', `/messages/${id}`, { metadata: 'two' })).toMatchObject({ metadata: 'two' });
    expect(wrongFields(await lab.call('PATCH', `/messages/${id}`, { metadata: 'x'.repeat(1025) }))).toEqual(['metadata']);
    expect(await lab.done('DELETE', `/messages/${id}`)).toEqual({});
    expect((await lab.call('GET', `/messages/${id}`)).status).toBe(404);
  });

  it('are listed newest first with every filter', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS', 'RCS'], CONVERSATION);
    const other = await lab.app(['SMS'], CONVERSATION);
    const first = await lab.send(app, [['SMS', ADA]], { message_metadata: 'kept' });
    await lab.control.advance(60_000);
    const second = await lab.send(app, [['RCS', BO]]);
    await lab.control.advance(60_000);
    const third = lab.control.contact(BO, 'RCS').writes('Hi').message_id;
    const fourth = await lab.send(other, [['SMS', ADA]]);
    const { contact_id, conversation_id } = await lab.done('GET', `/messages/${second}`);
    const list = async (query: string) => ids((await lab.done('GET', `/messages?${query}`)).messages);
    expect(await list('')).toEqual([fourth, third, second, first]);
    expect(await list(`app_id=${app}`)).toEqual([third, second, first]);
    expect(await list(`conversation_id=${conversation_id}`)).toEqual([third, second]);
    expect(await list(`contact_id=${contact_id}&direction=TO_CONTACT`)).toEqual([second]);
    expect(await list(`channel_identity=%2B${ADA}`)).toEqual([fourth, first]);
    expect(await list('channel=RCS')).toEqual([third, second]);
    expect(await list('start_time=2026-11-21T12:00:00Z&end_time=2026-11-21T12:01:30Z')).toEqual([second]);
    const { messages } = await lab.done('GET', `/messages?view=WITHOUT_METADATA&channel_identity=${ADA}&app_id=${app}`);
    expect(messages).toMatchObject([{ metadata: '' }]);
  });

  it('keep their pages when new ones come in', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    const sent: string[] = [];
    for (let number = 0; number < 4; number += 1) sent.unshift(await lab.send(app, [['SMS', ADA]]));
    const first = await lab.done('GET', '/messages?page_size=2');
    await lab.send(app, [['SMS', ADA]]);
    const second = await lab.done('GET', `/messages?page_size=2&page_token=${first.next_page_token}`);
    expect([...ids(first.messages), ...ids(second.messages)]).toEqual(sent);
    expect(second.next_page_token).toBe('');
  });

  it('leave no trace in DISPATCH mode, unless the app keeps them', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    expect((await lab.call('GET', `/messages/${id}?messages_source=DISPATCH_SOURCE`)).status).toBe(404);
    expect(lab.control.messages()).toMatchObject([{ message_id: id, identity: ADA }]);

    const keeping = await lab.app(['SMS'], { dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 2 } });
    const kept = await lab.send(keeping, [['SMS', ADA]]);
    expect(await lab.done('GET', `/messages/${kept}?messages_source=DISPATCH_SOURCE`)).toMatchObject({
      contact_id: '',
      conversation_id: '',
    });
    expect((await lab.call('GET', `/messages/${kept}`)).status).toBe(404);
    const reply = lab.control.contact(ADA, 'SMS', { app_id: keeping }).writes('Hi').message_id;
    const listed = await lab.done('GET', '/messages?messages_source=DISPATCH_SOURCE&only_recipient_originated=true');
    expect(ids(listed.messages)).toEqual([reply]);
    await lab.control.advance(2 * 24 * 60 * 60 * 1000);
    expect((await lab.call('GET', `/messages/${kept}?messages_source=DISPATCH_SOURCE`)).status).toBe(404);
  });

  it('gives the last one of each address or contact', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app_id, [['SMS', ADA]]);
    await lab.control.advance(1000);
    const ada = await lab.send(app_id, [['SMS', ADA]]);
    await lab.control.advance(1000);
    const bo = await lab.send(app_id, [['SMS', BO]]);
    const last = async (body: object) => ids((await lab.done('POST', '/messages:fetch-last-message', body)).messages);
    expect(await last({ messages_source: 'CONVERSATION_SOURCE', channel_identities: [`+${ADA}`, BO] })).toEqual([bo, ada]);
    const { contact_id } = await lab.done('GET', `/messages/${ada}`);
    expect(await last({ messages_source: 'CONVERSATION_SOURCE', contact_ids: [contact_id] })).toEqual([ada]);
    expect(await last({ channel_identities: [ADA] })).toEqual([ada]);
    expect(await last({ messages_source: 'DISPATCH_SOURCE', channel_identities: [ADA] })).toEqual([]);
    const both = { messages_source: 'CONVERSATION_SOURCE', channel_identities: [ADA], contact_ids: ['x'] };
    expect((await lab.call('POST', '/messages:fetch-last-message', both)).status).toBe(400);
    expect(
      wrongFields(await lab.call('POST', '/messages:fetch-last-message', { contact_ids: ['x'], messages_source: 'DISPATCH_SOURCE' })),
    ).toEqual(['contact_ids']);
  });
});

describe('events', () => {
  const EVENT = { composing_event: {} };

  it('are sent, reported, kept and deleted', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['RCS'], CONVERSATION);
    const recipient = { identified_by: { channel_identities: [{ channel: 'RCS', identity: ADA }] } };
    const sent = await lab.done('POST', '/events:send', { app_id, recipient, event: EVENT, event_metadata: 'typing' });
    const id = String(sent.event_id);
    await lab.control.idle();
    const report = await lab.control.waitFor({ trigger: 'EVENT_DELIVERY' });
    expect(report.body.event_delivery_report).toMatchObject({ event_id: id, status: 'QUEUED_ON_CHANNEL', metadata: 'typing' });
    const event = await lab.done('GET', `/events/${id}`);
    expect(event).toMatchObject({ id, app_event: EVENT, direction: 'TO_CONTACT' });
    expect(ids((await lab.done('GET', `/events?conversation_id=${event.conversation_id}`)).events)).toEqual([id]);
    expect(ids((await lab.done('GET', `/events?contact_id=${event.contact_id}`)).events)).toEqual([id]);
    await lab.done('DELETE', `/events/${id}`);
    expect((await lab.call('GET', `/events/${id}`)).status).toBe(404);
    lab.checkCallbacks();
  });

  it('fail like messages on a channel that the app lacks and for an unknown contact', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['RCS'], CONVERSATION);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: ADA }] } };
    await lab.done('POST', '/events:send', { app_id, recipient, event: EVENT });
    await lab.done('POST', '/events:send', { app_id, recipient: { contact_id: 'nobody' }, event: EVENT });
    await lab.control.idle();
    const reports = lab.control.events().filter((event) => event.trigger === 'EVENT_DELIVERY');
    expect(reports.map((event) => event.body.event_delivery_report)).toMatchObject([
      { status: 'FAILED', reason: { code: 'CHANNEL_CONFIGURATION_MISSING' } },
      { status: 'FAILED', reason: { code: 'CONTACT_NOT_FOUND' } },
    ]);
  });

  it('takes one event at a time', async () => {
    const lab = await startLab();
    const recipient = { identified_by: { channel_identities: [{ channel: 'RCS', identity: ADA }] } };
    const event = { ...EVENT, composing_end_event: {} };
    expect(wrongFields(await lab.call('POST', '/events:send', { app_id: await lab.app(['RCS']), recipient, event }))).toEqual(['event']);
  });
});
