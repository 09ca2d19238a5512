import { describe, expect, it } from 'vitest';
import { type Body, type Lab, startLab, text, wrongFields } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };

function contact(lab: Lab, identities: [channel: string, identity: string][], extra: object = {}): Promise<Body> {
  const channel_identities = identities.map(([channel, identity]) => ({ channel, identity }));
  return lab.done('POST', '/contacts', { channel_identities, language: 'EN_US', ...extra });
}

function ids(list: unknown): string[] {
  return (list as { id: string }[]).map((one) => one.id);
}

describe('contacts', () => {
  it('keeps numbers without plus and a name, and a priority only when one is given', async () => {
    const lab = await startLab();
    const made = await contact(lab, [
      ['SMS', '+46 700-00 00 00'],
      ['RCS', '46700000000'],
    ]);
    expect(made).toMatchObject({
      channel_identities: [
        { channel: 'SMS', identity: '46700000000', app_id: '' },
        { channel: 'RCS', identity: '46700000000' },
      ],
      channel_priority: [],
      display_name: 'Unknown',
      language: 'EN_US',
    });
    expect(await lab.done('GET', `/contacts/${made.id}`)).toEqual(made);
  });

  it('finds by external id and by address, with or without plus', async () => {
    const lab = await startLab();
    const made = await contact(lab, [['SMS', '46700000000']], { external_id: 'crm 7' });
    await contact(lab, [['SMS', '46700000001']]);
    for (const query of ['external_id=crm%207', 'channel=SMS&identity=%2B46700000000']) {
      expect(ids((await lab.done('GET', `/contacts?${query}`)).contacts)).toEqual([made.id]);
    }
    expect((await lab.done('GET', '/contacts?channel=RCS&identity=46700000000')).contacts).toEqual([]);
  });

  it('walks pages, also when a contact of a page goes away meanwhile', async () => {
    const lab = await startLab();
    const made: string[] = [];
    for (let number = 0; number < 5; number += 1) made.push((await contact(lab, [['SMS', `4670000000${number}`]])).id);
    const first = await lab.done('GET', '/contacts?page_size=2');
    expect(ids(first.contacts)).toEqual(made.slice(0, 2));
    await lab.done('DELETE', `/contacts/${made[1]}`);
    const second = await lab.done('GET', `/contacts?page_size=2&page_token=${first.next_page_token}`);
    expect(ids(second.contacts)).toEqual(made.slice(2, 4));
    const last = await lab.done('GET', `/contacts?page_size=2&page_token=${second.next_page_token}`);
    expect([ids(last.contacts), last.next_page_token]).toEqual([made.slice(4), '']);
  });

  it('updates, tells every app, and forgets addresses that are gone', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const { id } = await contact(lab, [['SMS', '46700000000']]);
    const body = { channel_identities: [{ channel: 'SMS', identity: '46700000009' }], display_name: 'Ada' };
    expect(await lab.done('PATCH', `/contacts/${id}`, body)).toMatchObject({ display_name: 'Ada', language: 'EN_US' });
    expect((await lab.done('GET', '/contacts?channel=SMS&identity=46700000000')).contacts).toEqual([]);
    expect(await lab.done('PATCH', `/contacts/${id}?update_mask=display_name`, {})).toMatchObject({ display_name: 'Unknown' });
    await lab.control.idle();
    expect(lab.control.events().map((event) => event.trigger)).toEqual(['CONTACT_CREATE', 'CONTACT_UPDATE', 'CONTACT_UPDATE']);
  });

  it.each([
    [{ channel_identities: [] }, 'channel_identities'],
    [{ channel_identities: [{ channel: 'SMS', identity: 'Ada' }] }, 'channel_identities[0].identity'],
    [{ channel_identities: [{ channel: 'TELEGRAM', identity: ' ' }] }, 'channel_identities[0].identity'],
    [{ channel_identities: [{ channel: 'CHANNEL_UNSPECIFIED', identity: '1' }] }, 'channel_identities[0].channel'],
    [{ language: 'KLINGON' }, 'language'],
  ])('refuses %j', async (change, field) => {
    const lab = await startLab();
    const body = { channel_identities: [{ channel: 'SMS', identity: '46700000000' }], language: 'EN_US', ...change };
    const answer = await lab.call('POST', '/contacts', body);
    expect([answer.status, wrongFields(answer)]).toEqual([400, [field]]);
  });

  it.each(['MESSENGER', 'INSTAGRAM', 'LINE', 'WECHAT'])('need the app of an address that belongs to one: %s', async (channel) => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const identity = { channel, identity: 'page-scoped-1' };
    const { id } = await lab.done('POST', '/contacts', { channel_identities: [{ ...identity, app_id }], language: 'EN_US' });
    const elsewhere = `/batch/v1/projects/${lab.projectId}/contacts`;
    for (const nameless of [identity, { ...identity, app_id: '' }]) {
      const contact = { channel_identities: [nameless], language: 'EN_US' };
      for (const [method, path, body, at] of [
        ['POST', '/contacts', contact, ''],
        ['PATCH', `/contacts/${id}`, { channel_identities: [nameless] }, ''],
        ['POST', elsewhere, { contacts: [contact] }, 'contacts[0].'],
      ] as const) {
        const answer = await lab.call(method, path, body);
        expect([method, path, answer.status, wrongFields(answer)]).toEqual([method, path, 400, [`${at}channel_identities[0].app_id`]]);
        expect(answer.body.error.message).toContain(`is required on ${channel}, where an identity belongs to one app`);
      }
    }
    // A message names its app beside the address.
    expect(
      (
        await lab.call('POST', '/messages:send', {
          app_id,
          recipient: { identified_by: { channel_identities: [identity] } },
          message: text('Hi'),
        })
      ).status,
    ).toBe(200);
  });

  it('lists addresses that several contacts have', async () => {
    const lab = await startLab();
    const one = await contact(lab, [['SMS', '46700000000']]);
    const two = await contact(lab, [['RCS', '46700000000']]);
    const { conflicts } = await lab.done('GET', '/contacts:identityConflicts');
    expect(conflicts).toEqual([{ identity: '46700000000', channels: ['SMS', 'RCS'], contact_ids: [one.id, two.id] }]);
  });
});

describe('merging contacts', () => {
  it('moves addresses that the other lacks, empty fields and conversations', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS', 'RCS'], CONVERSATION);
    const kept = await contact(lab, [['SMS', '46700000001']], { email: 'kept@example.com' });
    const gone = await contact(
      lab,
      [
        ['SMS', '46700000002'],
        ['RCS', '46700000002'],
      ],
      { email: 'gone@example.com', display_name: 'Ada', channel_priority: ['RCS'] },
    );
    const message = await lab.send(app_id, [['RCS', '46700000002']]);
    const merged = await lab.done('POST', `/contacts/${kept.id}:merge`, { source_id: gone.id });
    expect(merged).toMatchObject({
      channel_identities: [
        { channel: 'SMS', identity: '46700000001' },
        { channel: 'RCS', identity: '46700000002' },
      ],
      channel_priority: [],
      email: 'kept@example.com',
      display_name: 'Ada',
    });
    expect((await lab.call('GET', `/contacts/${gone.id}`)).status).toBe(404);
    expect(await lab.done('GET', `/messages/${message}`)).toMatchObject({ contact_id: kept.id });
    expect((await lab.done('GET', `/conversations?contact_id=${kept.id}`)).conversations).toHaveLength(1);
    await lab.control.waitFor({ trigger: 'CONTACT_MERGE' });
    lab.checkCallbacks();
  });

  it('joins two active conversations of one app', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app_id, [['SMS', '46700000001']]);
    const message = await lab.send(app_id, [['SMS', '46700000002']]);
    const [kept, gone] = ids((await lab.done('GET', '/contacts')).contacts);
    await lab.done('POST', `/contacts/${kept}:merge`, { source_id: gone });
    const conversations = ids((await lab.done('GET', `/conversations?app_id=${app_id}`)).conversations);
    expect(conversations).toHaveLength(1);
    expect(await lab.done('GET', `/messages/${message}`)).toMatchObject({ conversation_id: conversations[0] });
  });

  it('refuses to merge a contact with itself or with nobody', async () => {
    const lab = await startLab();
    const { id } = await contact(lab, [['SMS', '46700000000']]);
    expect(wrongFields(await lab.call('POST', `/contacts/${id}:merge`, { source_id: id }))).toEqual(['source_id']);
    expect((await lab.call('POST', `/contacts/${id}:merge`, { source_id: 'nobody' })).status).toBe(404);
  });
});

describe('conversations', () => {
  async function start(extra: object = {}): Promise<{ lab: Lab; app_id: string; conversation: Body; contact_id: string }> {
    const lab = await startLab();
    const app_id = await lab.app(['SMS', 'RCS'], CONVERSATION);
    const { id: contact_id } = await contact(lab, [['SMS', '46700000000']]);
    const conversation = await lab.done('POST', '/conversations', { app_id, contact_id, ...extra });
    return { lab, app_id, conversation, contact_id };
  }

  it('is made by hand, found and changed', async () => {
    const { lab, app_id, conversation, contact_id } = await start({ metadata_json: { a: 1, b: 2 } });
    expect(conversation).toMatchObject({ app_id, contact_id, active: true, last_received: '1970-01-01T00:00:00Z' });
    expect(await lab.done('GET', `/conversations/${conversation.id}`)).toEqual(conversation);
    const path = `/conversations/${conversation.id}`;
    const patched = await lab.done('PATCH', `${path}?metadata_update_strategy=MERGE_PATCH`, { metadata_json: { b: null, c: 3 } });
    expect(patched.metadata_json).toEqual({ a: 1, c: 3 });
    expect((await lab.done('PATCH', path, { metadata_json: { d: 4 } })).metadata_json).toEqual({ d: 4 });
  });

  it('is the only active one of an app and a contact', async () => {
    const { lab, app_id, contact_id } = await start();
    expect((await lab.call('POST', '/conversations', { app_id, contact_id })).status).toBe(400);
  });

  it('ends when stopped, and the next message starts another', async () => {
    const { lab, app_id, conversation } = await start();
    expect(await lab.done('POST', `/conversations/${conversation.id}:stop`)).toEqual({});
    expect(await lab.done('GET', `/conversations/${conversation.id}`)).toMatchObject({ active: false });
    const message = await lab.done('GET', `/messages/${await lab.send(app_id, [['SMS', '46700000000']])}`);
    expect(message.conversation_id).not.toBe(conversation.id);
    expect((await lab.done('GET', `/conversations?app_id=${app_id}&only_active=true`)).total_size).toBe(1);
    expect((await lab.done('GET', `/conversations?app_id=${app_id}`)).total_size).toBe(2);
    const triggers = lab.control.events().map((event) => event.trigger);
    expect(triggers.slice(1, 4)).toEqual(['CONVERSATION_START', 'CONVERSATION_STOP', 'CONVERSATION_START']);
    lab.checkCallbacks();
  });

  it('takes its messages along when deleted', async () => {
    const { lab, app_id, conversation } = await start();
    const message = await lab.send(app_id, [['SMS', '46700000000']]);
    await lab.done('DELETE', `/conversations/${conversation.id}`);
    expect((await lab.call('GET', `/messages/${message}`)).status).toBe(404);
    await lab.control.waitFor({ trigger: 'CONVERSATION_DELETE' });
  });

  it('comes with its last message in the list of recent ones', async () => {
    const { lab, app_id, conversation } = await start();
    const message = await lab.send(app_id, [['SMS', '46700000000']]);
    const { conversations } = await lab.done('GET', `/conversations:recent?app_id=${app_id}&page_size=10`);
    expect(conversations).toMatchObject([{ conversation: { id: conversation.id }, last_message: { id: message } }]);
  });

  it('cannot be made for an app in DISPATCH mode', async () => {
    const lab = await startLab();
    const { id: contact_id } = await contact(lab, [['SMS', '46700000000']]);
    const answer = await lab.call('POST', '/conversations', { app_id: await lab.app(['SMS']), contact_id });
    expect([answer.status, wrongFields(answer)]).toEqual([400, ['app_id']]);
  });

  it('takes messages that were exchanged elsewhere', async () => {
    const { lab, conversation, contact_id } = await start();
    const injected = {
      accept_time: '2026-11-20T12:00:00Z',
      channel_identity: { channel: 'SMS', identity: '46700000000' },
      contact_id,
      direction: 'TO_APP',
      contact_message: text('From before'),
    };
    expect(await lab.done('POST', `/conversations/${conversation.id}:inject-message`, injected)).toEqual({});
    const { messages } = await lab.done('GET', `/messages?conversation_id=${conversation.id}`);
    expect(messages).toMatchObject([{ injected: true, accept_time: '2026-11-20T12:00:00.000Z', contact_message: text('From before') }]);
    for (const [change, field] of [
      [{ accept_time: '2026-11-22T12:00:00Z' }, 'accept_time'],
      [{ accept_time: '2026-10-01T12:00:00Z' }, 'accept_time'],
      [{ contact_id: 'another' }, 'contact_id'],
    ] as const) {
      const answer = await lab.call('POST', `/conversations/${conversation.id}:inject-message`, { ...injected, ...change });
      expect(wrongFields(answer)).toEqual([field]);
    }
  });

  it('keeps the direction that an injected message names, as a snippet of the vendor has it', async () => {
    const { lab, conversation, contact_id } = await start();
    const injected = {
      accept_time: '2026-11-20T12:00:00Z',
      channel_identity: { channel: 'SMS', identity: '46700000000' },
      contact_id,
      direction: 'TO_CONTACT',
      contact_message: text('From before'),
    };
    await lab.done('POST', `/conversations/${conversation.id}:inject-message`, injected);
    const { messages } = await lab.done('GET', `/messages?conversation_id=${conversation.id}`);
    expect(messages).toMatchObject([{ direction: 'TO_CONTACT', contact_message: text('From before') }]);
  });

  it('takes events that were exchanged elsewhere', async () => {
    const { lab, conversation } = await start();
    const body = {
      app_event: { agent_joined_event: { agent: { display_name: 'Bo', type: 'HUMAN' } } },
      accept_time: '2026-11-21T11:00:00Z',
    };
    const { event_id } = await lab.done('POST', `/conversations/${conversation.id}:inject-event`, body);
    expect(await lab.done('GET', `/events/${event_id}`)).toMatchObject({ app_event: body.app_event, conversation_id: conversation.id });
  });
});
