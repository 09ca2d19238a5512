import { CHANNELS } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { type Lab, NOBODYS_ID, startLab, text, wrongFields, yesOrNo } from './support.ts';

const ADA = '46700000001';

function identities(...pairs: [channel: string, identity: string][]): object {
  return { identified_by: { channel_identities: pairs.map(([channel, identity]) => ({ channel, identity })) } };
}

describe('transcoding', () => {
  async function transcode(app_message: object, channel: string): Promise<string> {
    const lab = await startLab();
    const body = { app_id: await lab.app(['SMS']), app_message, channels: [channel], from: '4670', to: ADA };
    const { transcoded_message: texts } = await lab.done('POST', '/messages:transcode', body);
    return (texts as Record<string, string>)[channel] ?? '';
  }

  it('gives the words for a channel of text', async () => {
    expect(await transcode(yesOrNo(), 'SMS')).toContain('> YES');
    expect(await transcode(text('Hi'), 'RCS')).toBe('Hi');
  });

  it('gives the JSON of Meta for WhatsApp, coordinates as texts', async () => {
    const location_message = { title: 'Office', label: 'Main street 1', coordinates: { latitude: 55.5, longitude: 13.25 } };
    expect(JSON.parse(await transcode({ location_message }, 'WHATSAPP'))).toMatchObject({
      messaging_product: 'whatsapp',
      to: ADA,
      type: 'location',
      location: { latitude: '55.5', longitude: '13.25', name: 'Office', address: 'Main street 1' },
    });
  });

  it('answers for every channel, the old Viber bot too', async () => {
    const location_message = { title: 'Office', coordinates: { latitude: 55.5, longitude: 13.25 } };
    for (const channel of [...CHANNELS, 'VIBER']) expect(await transcode({ location_message }, channel), channel).toContain('55.5');
  });

  it('names whoever it is for, and keeps a place for them when nobody is named', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['WHATSAPP']);
    const ask = { app_id, app_message: text('Hi'), channels: ['WHATSAPP'] };
    const of = async (body: object) =>
      JSON.parse(((await lab.done('POST', '/messages:transcode', body)).transcoded_message as { WHATSAPP: string }).WHATSAPP);
    const common = {
      messaging_product: 'whatsapp',
      biz_opaque_callback_data: null,
      recipient_type: 'individual',
      type: 'text',
      text: { body: 'Hi' },
    };
    expect(await of({ ...ask, from: '46700000009', to: ADA })).toEqual({ ...common, to: ADA });
    expect(await of(ask)).toEqual({ ...common, to: '{{to}}' });
  });

  it.each([
    [text('Hi'), { type: 'text', text: { body: 'Hi' } }],
    [yesOrNo(), { type: 'interactive', interactive: { type: 'button', body: { text: 'Well?' } } }],
    [{ media_message: { url: 'https://example.com/a.jpg' } }, { type: 'image', image: { link: 'https://example.com/a.jpg' } }],
    [
      {
        template_message: {
          channel_template: { WHATSAPP: { template_id: 'hi', language_code: 'en_US', parameters: { 'body[1]text': 'Ada' } } },
        },
      },
      { type: 'template', template: { name: 'hi', language: { code: 'en_US' }, components: [{ type: 'body' }] } },
    ],
    [
      {
        list_message: {
          title: 'Pick',
          sections: [{ title: 'S', items: [{ choice: { title: 'One', postback_data: '1' } }] }],
          message_properties: { menu: 'Open' },
        },
      },
      { type: 'interactive', interactive: { type: 'list', action: { button: 'Open', sections: [{ rows: [{ id: '1', title: 'One' }] }] } } },
    ],
    [
      { card_message: { title: 'Hat', description: 'Warm', media_message: { url: 'https://example.com/a.png' }, choices: [text('Buy')] } },
      { type: 'interactive', interactive: { header: { type: 'image' }, action: { buttons: [{ reply: { title: 'Buy' } }] } } },
    ],
    [
      { contact_info_message: { name: { full_name: 'Ada' }, phone_numbers: [{ phone_number: '+4670' }] } },
      { messaging_product: 'whatsapp' },
    ],
  ])('gives WhatsApp %j', async (message, expected) => {
    expect(JSON.parse(await transcode(message, 'WHATSAPP'))).toMatchObject(expected);
  });

  it('gives words where a channel has no form for it, and nothing of its own is known', async () => {
    const list_message = { title: 'Pick', sections: [{ items: [{ choice: { title: 'One' } }] }] };
    expect(await transcode({ list_message }, 'MESSENGER')).toContain('Pick');
    expect(
      await transcode({ contact_info_message: { name: { full_name: 'Ada' }, phone_numbers: [{ phone_number: '+4670' }] } }, 'SMS'),
    ).toContain('Ada');
  });

  it("gives native parts as JSON, and the channel's own text as it is", async () => {
    const parts: unknown = JSON.parse(await transcode(yesOrNo(), 'RCS'));
    expect(parts).toMatchObject({ parts: [{ kind: 'text', text: 'Well?' }, { kind: 'choices' }] });
    const own = { ...text('x'), explicit_channel_message: { WHATSAPP: '{"own":1}' } };
    expect(await transcode(own, 'WHATSAPP')).toBe('{"own":1}');
  });

  it('sends nothing', async () => {
    const lab = await startLab();
    await lab.done('POST', '/messages:transcode', { app_id: await lab.app(['SMS']), app_message: text('x'), channels: ['SMS', 'SMS'] });
    expect(lab.control.events()).toEqual([]);
  });

  it.each([
    ['an app that is not there', { app_id: NOBODYS_ID }, 404, []],
    ['a channel nobody knows', { channels: ['FAX'] }, 400, ['channels[0]']],
    ['no channel', { channels: ['SMS', 'CHANNEL_UNSPECIFIED'] }, 400, ['channels[1]']],
    [
      'a template that is not there',
      { app_message: { template_message: { omni_template: { template_id: 'x', version: '1' } } } },
      400,
      ['app_message'],
    ],
  ])('refuses %s', async (_what, change, status, fields) => {
    const lab = await startLab();
    const body = { app_id: await lab.app(['SMS']), app_message: text('x'), channels: ['SMS'], ...change };
    const answer = await lab.call('POST', '/messages:transcode', body);
    expect([answer.status, wrongFields(answer)]).toEqual([status, fields]);
  });
});

describe('capability', () => {
  function told(lab: Lab): unknown[] {
    return lab.control.events().flatMap(({ body }) => body.capability_notification ?? []);
  }

  it('is echoed at once and told by callback, for each channel that the app has', async () => {
    const lab = await startLab();
    lab.control.channel('RCS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' }, { identity: ADA });
    lab.control.channel('WHATSAPP').answers({ status: 'FAILED', reason: 'CHANNEL_FAILURE' });
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' });
    const recipient = identities(['RCS', ADA], ['SMS', ADA], ['WHATSAPP', ADA], ['MMS', ADA]);
    const body = { app_id: await lab.app(['SMS', 'RCS', 'WHATSAPP']), recipient, request_id: 'mine' };
    expect(await lab.done('POST', '/capability:query', body)).toEqual(body);
    await lab.control.idle();
    expect(told(lab)).toMatchObject([
      { request_id: 'mine', channel: 'RCS', identity: ADA, capability_status: 'NO_CAPABILITY', contact_id: '' },
      { channel: 'SMS', capability_status: 'CAPABILITY_FULL' },
      // A channel that cannot tell says yes, so that the fallback gets its chance.
      { channel: 'WHATSAPP', capability_status: 'CAPABILITY_FULL' },
    ]);
    lab.checkCallbacks();
  });

  it('is asked of a contact, and makes none', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    await lab.done('POST', '/capability:query', { app_id, recipient: identities(['SMS', ADA]) });
    expect((await lab.done('GET', '/contacts')).contacts).toEqual([]);
    const { id } = await lab.done('POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity: ADA }], language: 'EN' });
    const { request_id } = await lab.done('POST', '/capability:query', { app_id, recipient: { contact_id: id } });
    await lab.control.idle();
    expect(told(lab).at(-1)).toMatchObject({ request_id, contact_id: id });
  });

  it('needs an app, a contact that is there, and a mode that has contacts', async () => {
    const lab = await startLab();
    const ask = async (app_id: string, recipient: object) => (await lab.call('POST', '/capability:query', { app_id, recipient })).status;
    expect(await ask(NOBODYS_ID, identities(['SMS', ADA]))).toBe(404);
    expect(await ask(await lab.app(['SMS']), { contact_id: '01' })).toBe(400);
    expect(await ask(await lab.app(['SMS'], { processing_mode: 'CONVERSATION' }), { contact_id: '01' })).toBe(404);
  });
});

describe('channel profiles', () => {
  async function ask(lab: Lab, change: object = {}): Promise<[number, unknown]> {
    const body = { app_id: await lab.app(['MESSENGER']), channel: 'MESSENGER', recipient: identities(['MESSENGER', 'psid']), ...change };
    const answer = await lab.call('POST', '/contacts:getChannelProfile', body);
    return [answer.status, answer.body.profile_name ?? wrongFields(answer)[0]];
  }

  it('have the name that control gave', async () => {
    const lab = await startLab();
    lab.control.contact('psid', 'MESSENGER').isCalled('Ada Lovelace');
    expect(await ask(lab)).toEqual([200, 'Ada Lovelace']);
    expect((await lab.call('POST', '/_emulator/inbound', { channel: 'MESSENGER', identity: 'psid', name: 'Bo' })).status).toBe(200);
    expect(await ask(lab)).toEqual([200, 'Bo']);
  });

  it('have the name of the contact, or a made-up one', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['MESSENGER'], { processing_mode: 'CONVERSATION' });
    expect(await ask(lab, { app_id })).toEqual([200, 'A user of MESSENGER']);
    const channel_identities = [{ channel: 'MESSENGER', identity: 'psid', app_id }];
    const { id } = await lab.done('POST', '/contacts', { channel_identities, display_name: 'Ada', language: 'EN' });
    expect(await ask(lab, { app_id, recipient: { contact_id: id } })).toEqual([200, 'Ada']);
  });

  it('are not on every channel, app and contact', async () => {
    const lab = await startLab();
    expect(await ask(lab, { channel: 'SMS' })).toEqual([400, 'channel']);
    expect(await ask(lab, { channel: 'INSTAGRAM' })).toEqual([400, 'channel']);
    expect(await ask(lab, { channel: 'VIBER' })).toEqual([400, 'recipient']);
    expect(await ask(lab, { app_id: NOBODYS_ID })).toEqual([404, undefined]);
    lab.control.channel('MESSENGER').answers({ status: 'FAILED', reason: 'NO_PROFILE_AVAILABLE' });
    expect(await ask(lab)).toEqual([404, undefined]);
  });
});
