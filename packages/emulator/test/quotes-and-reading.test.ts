import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text } from './support.ts';

const ADA = '46700000001';
const HOUR_MS = 60 * 60 * 1000;
const TEMPLATE = { template_message: { channel_template: { WHATSAPP: { template_id: 'hi', language_code: 'en_US' } } } };

function shown(lab: Lab): unknown {
  return (lab.control.messages().at(-1)?.message as { reply_to?: unknown } | undefined)?.reply_to;
}

describe('reply_to of the app', () => {
  it('quotes what the contact wrote on WhatsApp, and is echoed', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP'], { processing_mode: 'CONVERSATION' });
    const reply_to = lab.control.contact(ADA, 'WHATSAPP').writes('Where is it?');
    const sent = await lab.send(app, [['WHATSAPP', ADA]], { message: { ...text('Here'), reply_to } });
    expect(shown(lab)).toEqual(reply_to);
    const submitted = lab.control.events().find(({ trigger }) => trigger === 'MESSAGE_SUBMIT');
    expect(submitted?.body).toMatchObject({ message_submit_notification: { submitted_message: { reply_to } } });
    expect(await lab.done('GET', `/messages/${sent}`)).toMatchObject({ app_message: { reply_to } });
  });

  it.each([
    ['an unknown message', 'WHATSAPP', 0, true],
    ['a message of more than 96 hours ago', 'WHATSAPP', 97 * HOUR_MS, false],
    ['a message on another channel', 'RCS', 0, false],
  ] as const)('is dropped without a word: %s', async (_, channel, laterMs, isUnknown) => {
    const lab = await startLab();
    const app = await lab.app([channel]);
    const written = lab.control.contact(ADA, channel).writes('Where is it?');
    await lab.control.advance(laterMs);
    const reply_to = isUnknown ? { message_id: 'unknown' } : written;
    const content = laterMs === 0 ? text('Here') : TEMPLATE;
    const sent = await lab.send(app, [[channel, ADA]], { message: { ...content, reply_to } });
    expect(lab.reports(sent).at(-1)).toBe(`DELIVERED ${channel}`);
    expect(shown(lab)).toBeUndefined();
  });
});

describe('read_message_event', () => {
  async function read(lab: Lab, channel: string, processing_mode = 'DISPATCH'): Promise<void> {
    const app_id = await lab.app([channel], { processing_mode });
    lab.control.contact(ADA, channel as 'RCS').writes('First');
    lab.control.contact(ADA, channel as 'RCS').writes('Last');
    const recipient = { identified_by: { channel_identities: [{ channel, identity: ADA }] } };
    await lab.done('POST', '/events:send', { app_id, recipient, event: { read_message_event: {} } });
    await lab.control.idle();
  }

  it.each(['WHATSAPP', 'RCS'])('marks the last message of the contact on %s', async (channel) => {
    const lab = await startLab();
    await read(lab, channel);
    expect(lab.control.messages().map(({ status }) => status)).toEqual(['RECEIVED', 'READ']);
    const { body } = await lab.control.waitFor({ trigger: 'EVENT_DELIVERY' });
    expect(body.event_delivery_report).toMatchObject({ status: 'QUEUED_ON_CHANNEL' });
  });

  it('fails on channels that know of no such thing', async () => {
    const lab = await startLab();
    await read(lab, 'SMS');
    expect(lab.control.messages().map(({ status }) => status)).toEqual(['RECEIVED', 'RECEIVED']);
    const { body } = await lab.control.waitFor({ trigger: 'EVENT_DELIVERY' });
    expect(body.event_delivery_report).toMatchObject({ status: 'FAILED', reason: { code: 'UNSUPPORTED_OPERATION' } });
  });

  it('can be injected and is listed like other events', async () => {
    const lab = await startLab();
    await read(lab, 'RCS', 'CONVERSATION');
    const [{ id = '' } = {}] = (await lab.done('GET', '/contacts')).contacts as { id: string }[];
    expect((await lab.done('GET', `/events?contact_id=${id}`)).events).toMatchObject([{ app_event: { read_message_event: {} } }]);
  });
});

describe('marketing messages on WhatsApp', () => {
  it('can be stopped by the contact, which is an event and no opt-out', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP', 'SMS']);
    expect((await lab.call('POST', '/_emulator/inbound', { channel: 'WHATSAPP', identity: ADA, marketing: 'stop' })).status).toBe(200);
    const { body } = await lab.control.waitFor({ trigger: 'EVENT_INBOUND' });
    expect(body.event).toMatchObject({
      contact_event: { channel_specific_event: { whatsapp_user_preferences_event: { preference: 'stop' } } },
    });
    expect((await lab.done('GET', `/apps/${app}/consents/OPT_OUT_MARKETING`)).identities).toEqual([]);
    expect(() => lab.control.contact(ADA, 'SMS').prefersMarketing('stop')).toThrow('only WHATSAPP');
    expect((await lab.call('POST', '/_emulator/inbound', { channel: 'WHATSAPP', identity: ADA, marketing: 'some' })).status).toBe(400);
  });
});
