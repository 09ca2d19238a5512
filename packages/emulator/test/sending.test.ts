import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text, wrongFields, yesOrNo } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };

/** Metadata of the conversation come back. */
const REPORTED = { conversation_metadata_report_view: 'FULL' };
const ADA = '46700000001';

function triggers(lab: Lab): string[] {
  return lab.control.events().map((event) => event.trigger);
}

/** Ids and mode of everything that was told about messages. */
function told(lab: Lab): { contact_id: string; conversation_id: string; processing_mode: string }[] {
  return lab.control.events().flatMap(({ body }) => (body.message_delivery_report ?? body.message_submit_notification ?? []) as never);
}

describe('DISPATCH mode', () => {
  it('makes no contact and no conversation, and reports with empty ids', async () => {
    const lab = await startLab();
    await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    expect(triggers(lab)).toEqual(['MESSAGE_SUBMIT', 'MESSAGE_DELIVERY', 'MESSAGE_DELIVERY']);
    for (const one of told(lab)) expect(one).toMatchObject({ contact_id: '', conversation_id: '', processing_mode: 'DISPATCH' });
    expect((await lab.done('GET', '/contacts')).contacts).toEqual([]);
    lab.checkCallbacks();
  });

  it('refuses a contact id', async () => {
    const lab = await startLab();
    const body = { recipient: { contact_id: '01' }, message: text('Hello') };
    for (const more of [
      { app_id: await lab.app(['SMS']) },
      { app_id: await lab.app(['SMS'], CONVERSATION), processing_strategy: 'DISPATCH_ONLY' },
    ]) {
      const answer = await lab.call('POST', '/messages:send', { ...body, ...more });
      expect([answer.status, wrongFields(answer)]).toEqual([400, ['recipient.contact_id']]);
    }
  });

  it('can be asked for one message, whose reply follows the app', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app, [['SMS', ADA]], { processing_strategy: 'DISPATCH_ONLY' });
    expect(triggers(lab)).not.toContain('CONTACT_CREATE');
    lab.control.contact(ADA, 'SMS').writes('Hi');
    await lab.control.idle();
    expect(triggers(lab).slice(-3)).toEqual(['CONTACT_CREATE', 'CONVERSATION_START', 'MESSAGE_INBOUND']);
  });
});

describe('CONVERSATION mode', () => {
  it('makes contact and conversation, then submits and reports', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['SMS'], CONVERSATION), [['SMS', `+${ADA}`]]);
    expect(triggers(lab)).toEqual(['CONTACT_CREATE', 'CONVERSATION_START', 'MESSAGE_SUBMIT', 'MESSAGE_DELIVERY', 'MESSAGE_DELIVERY']);
    const message = await lab.done('GET', `/messages/${id}`);
    for (const one of told(lab)) {
      expect(one).toMatchObject({
        contact_id: message.contact_id,
        conversation_id: message.conversation_id,
        processing_mode: 'CONVERSATION',
      });
    }
    expect(await lab.done('GET', `/conversations/${message.conversation_id}`)).toMatchObject({ active: true, active_channel: 'SMS' });
    lab.checkCallbacks();
  });

  it('finds the contact again, by any of its addresses', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS'], CONVERSATION);
    await lab.send(app, [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    await lab.send(app, [['SMS', `+${ADA}`]]);
    expect((await lab.done('GET', '/contacts')).contacts).toMatchObject([{ channel_identities: [{ channel: 'RCS' }, { channel: 'SMS' }] }]);
    expect((await lab.done('GET', `/conversations?app_id=${app}`)).total_size).toBe(1);
  });

  it('adds an address that the contact lacks, so that the reply to a fallback finds it', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS'], CONVERSATION);
    await lab.send(app, [['RCS', ADA]]);
    await lab.send(app, [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    expect(triggers(lab)).toContain('CONTACT_UPDATE');
    expect((await lab.done('GET', `/contacts?channel=SMS&identity=${ADA}`)).contacts).toHaveLength(1);
  });

  it('tells of addresses that two contacts have', async () => {
    const lab = await startLab();
    for (const _ of [1, 2])
      await lab.done('POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity: ADA }], language: 'EN' });
    await lab.send(await lab.app(['SMS'], CONVERSATION), [['SMS', ADA]]);
    const { body } = await lab.control.waitFor({ trigger: 'CONTACT_IDENTITIES_DUPLICATION' });
    expect(body).toMatchObject({ duplicated_contact_identities_notification: { duplicated_identities: [{ channel: 'SMS' }] } });
    lab.checkCallbacks();
  });

  it('keeps app-scoped addresses apart', async () => {
    const lab = await startLab();
    for (const app of [await lab.app(['MESSENGER'], CONVERSATION), await lab.app(['MESSENGER'], CONVERSATION)]) {
      await lab.send(app, [['MESSENGER', 'psid-1']]);
    }
    expect((await lab.done('GET', '/contacts')).contacts).toHaveLength(2);
  });
});

describe('the channel that is tried first', () => {
  it('is the first of channel_priority_order', async () => {
    const lab = await startLab();
    const id = await lab.send(
      await lab.app(['RCS', 'SMS']),
      [
        ['RCS', ADA],
        ['SMS', ADA],
      ],
      { channel_priority_order: ['SMS', 'RCS'] },
    );
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });

  it('is else the first identity of the recipient', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['RCS', 'SMS']), [
      ['SMS', ADA],
      ['RCS', ADA],
    ]);
    expect(lab.reports(id)[0]).toBe('QUEUED_ON_CHANNEL SMS');
  });

  it('is for a contact the active channel, then its priority, then that of the app', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS', 'MMS', 'RCS'], CONVERSATION);
    const channel_identities = ['SMS', 'MMS', 'RCS'].map((channel) => ({ channel, identity: ADA }));
    const { id: contact_id } = await lab.done('POST', '/contacts', { channel_identities, channel_priority: ['RCS'], language: 'EN' });
    const send = async () => {
      const body = { app_id, recipient: { contact_id }, message: text('Hello') };
      const { message_id } = await lab.done('POST', '/messages:send', body);
      await lab.control.idle();
      return lab.reports(message_id)[0];
    };
    expect(await send()).toBe('QUEUED_ON_CHANNEL RCS');
    lab.control.contact(ADA, 'MMS').writes('Hi');
    expect(await send()).toBe('QUEUED_ON_CHANNEL MMS');
    const { conversations } = await lab.done('GET', `/conversations?app_id=${app_id}`);
    await lab.done('POST', `/conversations/${(conversations as { id: string }[])[0]?.id}:stop`);
    await lab.done('PATCH', `/contacts/${contact_id}`, { channel_priority: [] });
    expect(await send()).toBe('QUEUED_ON_CHANNEL SMS');
  });
});

describe('fallback', () => {
  it('switches with the reason, then delivers on the next channel', async () => {
    const lab = await startLab();
    lab.control.channel('RCS').answers({ status: 'FAILED' }, { identity: `+${ADA}` });
    const id = await lab.send(await lab.app(['RCS', 'SMS'], CONVERSATION), [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    expect(lab.reports(id)).toEqual([
      'QUEUED_ON_CHANNEL RCS',
      'SWITCHING_CHANNEL RCS RECIPIENT_NOT_REACHABLE',
      'QUEUED_ON_CHANNEL SMS',
      'DELIVERED SMS',
    ]);
    expect(lab.control.messages()).toMatchObject([{ channel: 'SMS', message_id: id }]);
    expect(await lab.done('GET', `/messages/${id}`)).toMatchObject({ channel_identity: { channel: 'SMS' } });
    lab.checkCallbacks();
  });

  it('ends with NO_CHANNELS_LEFT when all failed', async () => {
    const lab = await startLab();
    lab.control.channel('RCS').answers({ status: 'FAILED' });
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'CHANNEL_REJECT' });
    const id = await lab.send(await lab.app(['RCS', 'SMS']), [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    expect(lab.reports(id).at(-1)).toBe('FAILED SMS NO_CHANNELS_LEFT');
    const { body } = await lab.control.waitFor({ status: 'FAILED' });
    expect(JSON.stringify(body)).toContain('CHANNEL_REJECT');
  });

  it('gives the own reason of a channel that was the only one', async () => {
    const lab = await startLab();
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: { code: 'CHANNEL_REJECT', channel_code: '402' } });
    const id = await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'FAILED SMS CHANNEL_REJECT']);
    lab.checkCallbacks();
  });

  it('starts when no report comes in the time that the app sets', async () => {
    const lab = await startLab();
    const fallback = { delivery_report_based_fallback: { enabled: true, delivery_report_waiting_time: 60 } };
    const app = await lab.app(['RCS', 'SMS'], fallback);
    lab.control.channel('RCS').answers({ status: 'QUEUED_ON_CHANNEL' });
    const id = await lab.send(app, [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    await lab.control.advance(59_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS']);
    await lab.control.advance(1000);
    expect(lab.reports(id).slice(1)).toEqual(['SWITCHING_CHANNEL RCS DELIVERY_REPORT_TIME_OUT', 'QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });
});

describe('messages that fail after the call was answered', () => {
  it('fails as a whole when one channel of the order is not configured', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const ordered = await lab.send(app, [['SMS', ADA]], { channel_priority_order: ['SMS', 'RCS'] });
    expect(lab.reports(ordered)).toEqual(['FAILED RCS CHANNEL_CONFIGURATION_MISSING']);
    const addressed = await lab.send(app, [
      ['SMS', ADA],
      ['RCS', ADA],
    ]);
    expect(lab.reports(addressed)).toEqual(['FAILED RCS CHANNEL_CONFIGURATION_MISSING']);
    lab.checkCallbacks();
  });

  it('is refused at once instead, on request', async () => {
    const lab = await startLab({ strictChannels: true });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: ADA }] } };
    const body = { app_id: await lab.app(['SMS']), recipient, message: text('x'), channel_priority_order: ['SMS', 'RCS'] };
    expect(wrongFields(await lab.call('POST', '/messages:send', body))).toEqual(['channel_priority_order[1]']);
  });

  it('fails for an unknown contact and for one without an address', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], CONVERSATION);
    const nobody = await lab.done('POST', '/messages:send', { app_id, recipient: { contact_id: 'nobody' }, message: text('x') });
    const { id: contact_id } = await lab.done('POST', '/contacts', {
      channel_identities: [{ channel: 'RCS', identity: ADA }],
      language: 'EN',
    });
    const mute = await lab.done('POST', '/messages:send', { app_id, recipient: { contact_id }, message: text('x') });
    await lab.control.idle();
    expect(lab.reports(nobody.message_id)).toEqual(['FAILED CHANNEL_UNSPECIFIED CONTACT_NOT_FOUND']);
    expect(lab.reports(mute.message_id)).toEqual(['FAILED CHANNEL_UNSPECIFIED NO_CHANNEL_IDENTITY_FOR_CONTACT']);
    lab.checkCallbacks();
  });

  it('fails when its time to live is over', async () => {
    const lab = await startLab({ channelDelayMs: 5000 });
    const app_id = await lab.app(['RCS', 'SMS']);
    const recipient = { identified_by: { channel_identities: ['RCS', 'SMS'].map((channel) => ({ channel, identity: ADA })) } };
    const { message_id } = await lab.done('POST', '/messages:send', { app_id, recipient, message: text('x'), ttl: '3s' });
    await lab.control.advance(5000);
    expect(lab.reports(message_id)).toEqual(['FAILED RCS MESSAGE_EXPIRED']);
  });
});

describe('WhatsApp', () => {
  it('takes generic messages only within 24 hours of the last one of the contact', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP']);
    const send = async (message: object) => lab.reports(await lab.send(app, [['WHATSAPP', ADA]], { message }));
    const template = { template_message: { channel_template: { WHATSAPP: { template_id: 'hello', language_code: 'en' } } } };
    expect(await send(text('x'))).toEqual(['FAILED WHATSAPP OUTSIDE_ALLOWED_SENDING_WINDOW']);
    expect(await send(template)).toEqual(['QUEUED_ON_CHANNEL WHATSAPP', 'DELIVERED WHATSAPP']);
    lab.control.contact(`+${ADA}`, 'WHATSAPP').writes('Hi');
    expect(await send(text('x'))).toEqual(['QUEUED_ON_CHANNEL WHATSAPP', 'DELIVERED WHATSAPP']);
    await lab.control.advance(24 * 60 * 60 * 1000 + 1);
    expect(await send(text('x'))).toEqual(['FAILED WHATSAPP OUTSIDE_ALLOWED_SENDING_WINDOW']);
  });

  it('falls back when the window is closed', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['WHATSAPP', 'SMS']), [
      ['WHATSAPP', ADA],
      ['SMS', ADA],
    ]);
    expect(lab.reports(id)).toEqual([
      'SWITCHING_CHANNEL WHATSAPP OUTSIDE_ALLOWED_SENDING_WINDOW',
      'QUEUED_ON_CHANNEL SMS',
      'DELIVERED SMS',
    ]);
  });
});

describe.each(['MESSENGER', 'INSTAGRAM'] as const)('%s', (channel) => {
  const HOUR_MS = 60 * 60 * 1000;

  it('takes messages within 24 hours of the last one of the contact, and within 7 days with the tag of a person', async () => {
    const lab = await startLab();
    const app = await lab.app([channel]);
    const tagged = { channel_properties: { [`${channel}_MESSAGE_TAG`]: 'HUMAN_AGENT' } };
    const send = async (extra: object) => lab.reports(await lab.send(app, [[channel, 'id']], extra)).at(-1);
    const closed = `FAILED ${channel} OUTSIDE_ALLOWED_SENDING_WINDOW`;
    expect(await send({})).toBe(closed);
    lab.control.contact('id', channel).writes('Hi');
    expect(await send({})).toBe(`DELIVERED ${channel}`);
    await lab.control.advance(24 * HOUR_MS);
    expect([await send({}), await send(tagged)]).toEqual([closed, `DELIVERED ${channel}`]);
    await lab.control.advance(6 * 24 * HOUR_MS);
    expect(await send(tagged)).toBe(closed);
  });
});

describe('a file', () => {
  it.each([
    ['RCS', 'file:///a.png', 'FAILED RCS MEDIA_NOT_REACHABLE'],
    ['RCS', '/a.png', 'FAILED RCS MEDIA_NOT_REACHABLE'],
    ['RCS', 'http://localhost:3000/a.png', 'DELIVERED RCS'],
    ['SMS', 'file:///a.png', 'DELIVERED SMS'],
  ])('on %s at %s: %s', async (channel, url, expected) => {
    const lab = await startLab();
    const id = await lab.send(await lab.app([channel]), [[channel, ADA]], { message: { media_message: { url } } });
    expect(lab.reports(id).at(-1)).toBe(expected);
  });
});

describe('reports of each channel', () => {
  it.each([
    ['RCS', ['QUEUED_ON_CHANNEL RCS', 'DELIVERED RCS', 'READ RCS']],
    ['MESSENGER', ['QUEUED_ON_CHANNEL MESSENGER', 'DELIVERED MESSENGER', 'READ MESSENGER']],
    ['VIBERBM', ['QUEUED_ON_CHANNEL VIBERBM', 'DELIVERED VIBERBM', 'READ VIBERBM']],
    ['SMS', ['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']],
    ['MMS', ['QUEUED_ON_CHANNEL MMS', 'DELIVERED MMS']],
    ['TELEGRAM', ['QUEUED_ON_CHANNEL TELEGRAM']],
  ] as const)('%s, when the message is read', async (channel, expected) => {
    const lab = await startLab();
    const app = await lab.app([channel]);
    lab.control.channel(channel).answers({ status: 'READ' });
    lab.control.contact(ADA, channel).writes('Hi');
    expect(lab.reports(await lab.send(app, [[channel, ADA]]))).toEqual(expected);
  });
});

describe('what a message carries', () => {
  const EXTRA = { message_metadata: 'order 17', correlation_id: 'corr 1', conversation_metadata: { agent: 'Bo' } };

  it('comes back in reports and in later replies', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS'], { ...CONVERSATION, ...REPORTED });
    await lab.send(app, [['RCS', ADA]], { ...EXTRA, message: yesOrNo() });
    const report = await lab.control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
    expect(report.body).toMatchObject({ correlation_id: 'corr 1', message_delivery_report: { metadata: 'order 17' } });
    lab.control.contact(ADA, 'RCS').taps('Yes');
    const reply = await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
    expect(reply.body).toMatchObject({ correlation_id: 'corr 1', message_metadata: '{"agent":"Bo"}', message: { metadata: 'order 17' } });
  });

  it('replaces or merges the metadata of the conversation', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    const metadata = async () =>
      ((await lab.done('GET', `/conversations?app_id=${app}`)).conversations as { metadata_json: object }[])[0]?.metadata_json;
    await lab.send(app, [['SMS', ADA]], { conversation_metadata: { a: 1, b: 2 } });
    await lab.send(app, [['SMS', ADA]]);
    expect(await metadata()).toEqual({ a: 1, b: 2 });
    await lab.send(app, [['SMS', ADA]], { conversation_metadata: { b: null, c: 3 }, conversation_metadata_update_strategy: 'MERGE_PATCH' });
    expect(await metadata()).toEqual({ a: 1, c: 3 });
    await lab.send(app, [['SMS', ADA]], { conversation_metadata: { d: 4 } });
    expect(await metadata()).toEqual({ d: 4 });
  });

  it('is left out of replies unless the app asks for it', async () => {
    const lab = await startLab();
    await lab.send(await lab.app(['SMS'], CONVERSATION), [['SMS', ADA]], EXTRA);
    lab.control.contact(ADA, 'SMS').writes('Hi');
    expect((await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' })).body).toMatchObject({
      message_metadata: '',
      correlation_id: 'corr 1',
    });
  });

  it('is lost on replies in DISPATCH mode, unless the app keeps messages', async () => {
    const lab = await startLab();
    const forgets = await lab.app(['SMS'], REPORTED);
    const retention = { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 };
    const keeps = await lab.app(['RCS'], { ...REPORTED, dispatch_retention_policy: retention });
    await lab.send(forgets, [['SMS', ADA]], EXTRA);
    await lab.send(keeps, [['RCS', ADA]], EXTRA);
    lab.control.contact(ADA, 'SMS').writes('Hi');
    lab.control.contact(ADA, 'RCS').writes('Hi');
    expect((await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND', channel: 'SMS' })).body).toMatchObject({
      message_metadata: '',
      correlation_id: '',
    });
    const kept = await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND', channel: 'RCS' });
    expect(kept.body).toMatchObject({ message_metadata: '{"agent":"Bo"}', correlation_id: 'corr 1' });
  });

  it('shows each channel the message that is meant for it', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP']);
    lab.control.contact(ADA, 'WHATSAPP').writes('Hi');
    const message = { ...text('Plain'), explicit_channel_omni_message: { WHATSAPP: yesOrNo() } };
    await lab.send(app, [['WHATSAPP', ADA]], { message });
    expect(lab.control.messages({ app_id: app }).at(-1)?.message).toEqual(yesOrNo());
    expect(() => lab.control.contact(ADA, 'WHATSAPP').taps('No')).not.toThrow();
  });
});
