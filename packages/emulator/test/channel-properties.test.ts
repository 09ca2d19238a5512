import { describe, expect, it } from 'vitest';
import { credential, startLab, text, wrongFields, yesOrNo } from './support.ts';

const ADA = '46700000001';

/** `message_metadata` of the reports, beside what they say. */
function envelopes(lab: Awaited<ReturnType<typeof startLab>>): [status: unknown, metadata: unknown][] {
  return lab.control.events().flatMap(({ trigger, body }) => {
    const report = body.message_delivery_report as { status: string };
    return trigger === 'MESSAGE_DELIVERY' ? [[report.status, body.message_metadata]] : [];
  });
}

describe('SMS_MAX_NUMBER_OF_MESSAGE_PARTS', () => {
  it('fails a text that takes more, and the reports say how many it takes', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const channel_properties = { SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '2' };
    const long = await lab.send(app, [['SMS', ADA]], { message: text('a'.repeat(400)), channel_properties });
    expect(lab.reports(long)).toEqual(['FAILED SMS CHANNEL_REJECT']);
    expect(lab.control.messages()).toMatchObject([{ message_id: long, status: 'FAILED' }]);
    const short = await lab.send(app, [['SMS', ADA]], { message: text('a'.repeat(300)), channel_properties });
    expect(lab.reports(short)).toEqual(['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
    expect(envelopes(lab)).toEqual([
      ['FAILED', '{"number_of_message_parts":3}'],
      ['QUEUED_ON_CHANNEL', '{"number_of_message_parts":2}'],
      ['DELIVERED', '{"number_of_message_parts":2}'],
    ]);
  });

  it('counts what goes out: a choice as its text', async () => {
    const lab = await startLab();
    const choice = { choice_message: { text_message: { text: 'a'.repeat(155) }, choices: [text('Yes')] } };
    const channel_properties = { SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '1' };
    const sent = await lab.send(await lab.app(['SMS']), [['SMS', ADA]], { message: choice, channel_properties });
    expect(lab.reports(sent)).toEqual(['FAILED SMS CHANNEL_REJECT']);
  });

  it('lets the next channel have its try', async () => {
    const lab = await startLab();
    const addresses: [string, string][] = [
      ['SMS', ADA],
      ['RCS', ADA],
    ];
    const channel_properties = { SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '1' };
    const sent = await lab.send(await lab.app(['SMS', 'RCS']), addresses, { message: text('a'.repeat(400)), channel_properties });
    expect(lab.reports(sent)).toEqual(['SWITCHING_CHANNEL SMS CHANNEL_REJECT', 'QUEUED_ON_CHANNEL RCS', 'DELIVERED RCS']);
  });

  it('is what makes reports of SMS tell parts: without it they hold an empty object', async () => {
    const lab = await startLab();
    await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    await lab.send(await lab.app(['RCS']), [['RCS', ADA]]);
    expect(envelopes(lab).map(([, metadata]) => metadata)).toEqual(['{}', '{}', '', '']);
  });
});

describe('MMS_SENDER', () => {
  it('is needed, unless the credentials name a sender', async () => {
    const lab = await startLab();
    const mms_credentials = { account_id: 'account', api_key: 'key' };
    const without = await lab.app([], { channel_credentials: [{ channel: 'MMS', mms_credentials }] });
    expect(lab.reports(await lab.send(without, [['MMS', ADA]]))).toEqual(['FAILED MMS BAD_REQUEST']);
    const named = await lab.send(without, [['MMS', ADA]], { channel_properties: { MMS_SENDER: '46700' } });
    expect(lab.reports(named)).toEqual(['QUEUED_ON_CHANNEL MMS', 'DELIVERED MMS']);
    const withDefault = await lab.app([], { channel_credentials: [credential('MMS')] });
    expect(lab.reports(await lab.send(withDefault, [['MMS', ADA]]))).toEqual(['QUEUED_ON_CHANNEL MMS', 'DELIVERED MMS']);
  });
});

describe('WHATSAPP_DIRECT_SEND_CATEGORY', () => {
  it('sends what is no template without an open window', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP']);
    expect(lab.reports(await lab.send(app, [['WHATSAPP', ADA]])).at(-1)).toBe('FAILED WHATSAPP OUTSIDE_ALLOWED_SENDING_WINDOW');
    const direct = await lab.send(app, [['WHATSAPP', ADA]], { channel_properties: { WHATSAPP_DIRECT_SEND_CATEGORY: 'UTILITY' } });
    expect(lab.reports(direct).at(-1)).toBe('DELIVERED WHATSAPP');
  });
});

describe('the other properties', () => {
  it('are on the handset of the channel that heeds them', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP', 'RCS']);
    lab.control.contact(ADA, 'WHATSAPP').writes('Hello');
    const channel_properties = {
      WHATSAPP_PREVIEW_URL: 'true',
      RCS_WEBVIEW_MODE: 'TALL',
      VIBERBM_TEMPLATE_MESSAGE_DEVICES: 'ALL',
      NEW_KEY: 'x',
    };
    await lab.send(app, [['WHATSAPP', ADA]], { channel_properties });
    expect(lab.control.messages().at(-1)?.channel_properties).toEqual({ WHATSAPP_PREVIEW_URL: 'true' });
    await lab.send(app, [['RCS', ADA]], { channel_properties });
    expect(lab.control.messages().at(-1)?.channel_properties).toEqual({ RCS_WEBVIEW_MODE: 'TALL' });
  });

  it('preview addresses in texts only', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP']);
    lab.control.contact(ADA, 'WHATSAPP').writes('Hello');
    await lab.send(app, [['WHATSAPP', ADA]], { message: yesOrNo(), channel_properties: { WHATSAPP_PREVIEW_URL: 'true' } });
    expect(lab.control.messages().at(-1)?.channel_properties).toEqual({});
  });
});

describe('what is no property', () => {
  it('display_mode cannot be set on the outer choices of a carousel', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['RCS']);
    const recipient = { identified_by: { channel_identities: [{ channel: 'RCS', identity: ADA }] } };
    const kept = { ...text('Yes'), display_mode: 'PERSISTENT' };
    const send = (message: object) => lab.call('POST', '/messages:send', { app_id, recipient, message });
    const carousel_message = { cards: [{ title: 'One', choices: [kept] }], choices: [kept] };
    expect(wrongFields(await send({ carousel_message }))).toEqual(['message.carousel_message.choices[0].display_mode']);
    expect((await send({ carousel_message: { ...carousel_message, choices: [text('Yes')] } })).status).toBe(200);
    expect((await send({ choice_message: { text_message: { text: 'Well?' }, choices: [kept] } })).status).toBe(200);
  });

  it('RCS names an operator in reports of success', async () => {
    const lab = await startLab();
    lab.control.channel('RCS').answers({ status: 'READ' });
    await lab.send(await lab.app(['RCS']), [['RCS', ADA]]);
    const reports = lab.control.events().flatMap(({ body }) => (body.message_delivery_report as { channel_metadata?: object }) ?? []);
    expect(reports.map(({ channel_metadata: metadata }) => metadata)).toEqual([
      undefined,
      { operator: 'Emulated Operator' },
      { operator: 'Emulated Operator' },
    ]);
  });
});
