import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { delivery, inbound, submit, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

async function threadWith(name: string) {
  return inbox.messages((await inbox.conversationWith(name)).id);
}

describe('callbacks', () => {
  it('stores a message once, however often it comes', async () => {
    const anna = { channel: 'SMS', identity: '46701000001' };
    for (let times = 0; times < 3; times += 1) expect(await inbox.callback(inbound(anna, 'IN1', text('Hello')))).toBe(200);
    expect(await threadWith('46701000001')).toMatchObject([
      { direction: 'in', channel: 'SMS', message: text('Hello'), status: 'received' },
    ]);
    expect(inbox.callbacks.map((callback) => callback.outcome === 'verified' && callback.stored)).toEqual([true, false, false]);
  });

  it('stores a message once when its copies come at the same moment', async () => {
    const who = { channel: 'SMS', identity: '46701000002' };
    await Promise.all(Array.from({ length: 8 }, () => inbox.callback(inbound(who, 'IN2', text('Hello')))));
    expect(await threadWith('46701000002')).toHaveLength(1);
  });

  it('refuses a forged callback with 401, stores nothing and says why', async () => {
    const before = await inbox.conversations();
    expect(await inbox.callback(inbound({ channel: 'SMS', identity: '46701000003' }, 'FORGED', text('Pay now')), 'a guess')).toBe(401);
    expect(await inbox.conversations()).toEqual(before);
    expect(inbox.callbacks.at(-1)).toMatchObject({ outcome: 'refused', reason: 'signature_mismatch' });
  });

  it('refuses a callback without a signature', async () => {
    const response = await fetch(`${inbox.url}/webhook`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ reason: 'missing_header' });
  });

  it('leaves out what is meant for another app', async () => {
    const callback = { app_id: '01OTHERAPP', ...inbound({ channel: 'SMS', identity: '46701000004' }, 'OTHER', text('Hello')) };
    expect(await inbox.callback(callback)).toBe(200);
    await expect(inbox.conversationWith('46701000004')).rejects.toThrow();
    expect(inbox.logged.at(-1)).toContain('01OTHERAPP');
  });

  it('takes kinds that it does not show without storing them', async () => {
    expect(await inbox.callback({ conversation_stop_notification: { conversation: { id: 'c' } } })).toBe(200);
    expect(inbox.callbacks.at(-1)).toMatchObject({ outcome: 'verified', stored: false, event: { trigger: 'CONVERSATION_STOP' } });
    expect(await inbox.callback({ something_new: {} })).toBe(200);
    expect(inbox.callbacks.at(-1)).toMatchObject({ outcome: 'verified', stored: false, event: { trigger: 'UNKNOWN' } });
  });

  it('keeps texts with characters that databases do not like', async () => {
    const hostile = '<script>alert(1)</script>\u0000\ud800 \u202e';
    await inbox.callback(inbound({ channel: 'SMS', identity: '46701000005\u0000' }, 'IN\u00005', text(hostile)));
    const [message] = await threadWith('46701000005');
    expect(message?.message).toEqual(text(hostile));
    expect(message?.summary).toBe('<script>alert(1)</script>\ud800 \u202e');
  });

  it('takes messages whose parts are missing or of another shape', async () => {
    expect(await inbox.callback({ message: {} })).toBe(200);
    expect(await inbox.callback({ message: {} })).toBe(200);
    expect(await inbox.callback({ message: { id: 7, contact_message: 'text', channel_identity: [], accept_time: 'soon' } })).toBe(200);
    const unknown = await threadWith('Unknown sender');
    expect(unknown).toHaveLength(2);
    expect(unknown.map(({ summary }) => summary)).toEqual(['Unsupported: message', 'Unsupported: message']);
  });
});

describe('conversations', () => {
  it('keep one contact in one thread over several channels', async () => {
    await inbox.callback(inbound({ channel: 'RCS', identity: '46702000001', contact: 'C1' }, 'IN10', text('over RCS'), 1));
    await inbox.callback(inbound({ channel: 'WHATSAPP', identity: '+46702000001', contact: 'C1' }, 'IN11', text('over WhatsApp'), 2));
    const found = await inbox.conversationWith('46702000001');
    expect(found).toMatchObject({
      channel: 'WHATSAPP',
      channelIdentity: '+46702000001',
      unread: 2,
      last: { summary: 'over WhatsApp', direction: 'in' },
    });
    expect((await inbox.messages(found.id)).map(({ channel }) => channel)).toEqual(['RCS', 'WHATSAPP']);
  });

  it('go by channel and digits where there are no contacts', async () => {
    await inbox.callback(inbound({ channel: 'SMS', identity: '+46 702 000 002' }, 'IN12', text('one'), 1));
    await inbox.callback(inbound({ channel: 'SMS', identity: '46702000002' }, 'IN13', text('two'), 2));
    await inbox.callback(inbound({ channel: 'VIBERBM', identity: '46702000002' }, 'IN14', text('three'), 3));
    const both = (await inbox.conversations()).filter(({ channelIdentity }) => channelIdentity.replace(/\D/g, '') === '46702000002');
    expect(both.map(({ last }) => last?.summary).sort()).toEqual(['three', 'two']);
  });

  it('join the address that a message fell back to, so that the answer comes into the same thread', async () => {
    const rcs = { channel: 'RCS', identity: '46702000003' };
    const sms = { channel: 'SMS', identity: '46702000003' };
    await inbox.callback(inbound(rcs, 'IN15', text('Hello'), 1));
    await inbox.callback(submit(rcs, 'OUT15', text('Hello back')));
    await inbox.callback(delivery(rcs, 'OUT15', 'SWITCHING_CHANNEL', 1, { code: 'RECIPIENT_NOT_REACHABLE' }));
    await inbox.callback(delivery(sms, 'OUT15', 'DELIVERED', 2));
    await inbox.callback(inbound(sms, 'IN16', text('Thanks'), 30));
    expect((await threadWith('46702000003')).map(({ summary }) => summary)).toEqual(['Hello', 'Hello back', 'Thanks']);
  });

  it('keep the same number apart for two contacts', async () => {
    await inbox.callback(inbound({ channel: 'SMS', identity: '46702000004', contact: 'C4A' }, 'IN17', text('first')));
    await inbox.callback(inbound({ channel: 'SMS', identity: '46702000004', contact: 'C4B' }, 'IN18', text('second')));
    expect((await inbox.conversations()).filter(({ channelIdentity }) => channelIdentity === '+46702000004')).toHaveLength(2);
  });

  it('carry the name of the contact, and go back to the number when it loses it', async () => {
    const contact = { id: 'C5', channel_identities: [{ channel: 'SMS', identity: '46702000005', app_id: '' }], display_name: 'Unknown' };
    await inbox.callback({ contact_create_notification: { contact } });
    await inbox.callback(inbound({ channel: 'SMS', identity: '46702000005', contact: 'C5' }, 'IN19', text('Hello')));
    expect(await inbox.conversationWith('46702000005')).toMatchObject({ name: '+46702000005' });
    await inbox.callback({ contact_update_notification: { contact: { ...contact, display_name: 'Chloé' } } });
    expect(await inbox.conversationWith('Chloé')).toMatchObject({ channelIdentity: '+46702000005' });
  });

  it('become one when their contacts are merged, also for late callbacks of the deleted one', async () => {
    await inbox.callback(inbound({ channel: 'SMS', identity: '46702000006', contact: 'C6A' }, 'IN20', text('one'), 1));
    await inbox.callback(inbound({ channel: 'RCS', identity: '46702000006', contact: 'C6B' }, 'IN21', text('two'), 2));
    const merge = { contact_merge_notification: { preserved_contact: { id: 'C6A' }, deleted_contact: { id: 'C6B' } } };
    await inbox.callback(merge);
    await inbox.callback({ ...merge, correlation_id: 'again' });
    await inbox.callback(inbound({ channel: 'RCS', identity: '46702000006', contact: 'C6B' }, 'IN22', text('three'), 3));
    const found = (await inbox.conversations()).filter(({ channelIdentity }) => channelIdentity === '+46702000006');
    expect(found).toHaveLength(1);
    const entries = await inbox.messages(found[0]?.id ?? '');
    expect(entries.filter(({ direction }) => direction === 'in')).toHaveLength(3);
    expect(entries.flatMap(({ event }) => event ?? [])).toEqual([{ kind: 'merged', name: '' }]);
    await inbox.send(found[0]?.id ?? '', { text_message: { text: 'Hello' } });
    expect(inbox.service.sent.at(-1)?.body.recipient).toEqual({ contact_id: 'C6A' });
  });

  it('count what a person has not read, up to what they saw, and for each person by themselves', async () => {
    const who = { channel: 'SMS', identity: '46702000007' };
    await inbox.callback(inbound(who, 'IN23', text('one')));
    await inbox.callback(inbound(who, 'IN24', text('two')));
    const { id, unread } = await inbox.conversationWith('46702000007');
    expect(unread).toBe(2);
    const bo = await inbox.person('Bo');
    await inbox.callback(inbound(who, 'IN25', text('three'), 5));
    const [first, second, third] = await inbox.messages(id);
    expect((await inbox.post(`/api/conversations/${id}/read`, { messageId: second?.id })).status).toBe(204);
    expect((await inbox.conversationWith('46702000007')).unread).toBe(1);
    // it never goes back
    await inbox.post(`/api/conversations/${id}/read`, { messageId: first?.id });
    expect((await inbox.conversationWith('46702000007')).unread).toBe(1);
    await inbox.post(`/api/conversations/${id}/read`, { messageId: third?.id });
    expect((await inbox.conversationWith('46702000007')).unread).toBe(0);
    // Bo came after the first two
    expect((await bo.get(`/api/conversations/${id}`)).body.conversation.unread).toBe(1);
  });

  it('come in pages of a hundred messages, newest first', async () => {
    const who = { channel: 'SMS', identity: '46702000008' };
    for (let n = 0; n < 105; n += 1) await inbox.callback(inbound(who, `PAGE${n}`, text(String(n)), Math.floor(n / 2)));
    const { id } = await inbox.conversationWith('46702000008');
    const page = await (await inbox.fetch(`/api/conversations/${id}/messages`)).json();
    expect([page.messages.length, page.hasEarlier, page.messages[0].summary, page.messages.at(-1).summary]).toEqual([
      100,
      true,
      '5',
      '104',
    ]);
    const rest = await (await inbox.fetch(`/api/conversations/${id}/messages?before=${page.messages[0].id}`)).json();
    expect([rest.messages.map((message: { summary: string }) => message.summary), rest.hasEarlier]).toEqual([
      ['0', '1', '2', '3', '4'],
      false,
    ]);
  });
});
