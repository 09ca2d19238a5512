import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { type Conversation, type ConversationService, SinchClient } from '@sinch/sdk-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PHONE = '46700000000';
const CHANNELS = ['RCS', 'SMS', 'VIBERBM'] as const;

let emulator: Emulator;
let service: ConversationService;
let appId: string;
let contactId: string;

/** The vendor's client with the vendor's own options for a server elsewhere. */
function createVendorClient({ url, tokenUrl, projectId, keyId, keySecret }: Emulator, base = url): ConversationService {
  const hosts = { conversationHostname: base, conversationTemplatesHostname: base, authHostname: new URL(tokenUrl).origin };
  return new SinchClient({ projectId, keyId, keySecret, conversationRegion: 'us', ...hosts }).conversation;
}

beforeAll(async () => {
  emulator = await startEmulator();
  service = createVendorClient(emulator);
  const { id } = await service.app.create({
    appCreateRequestBody: {
      display_name: 'Vendor client',
      processing_mode: 'CONVERSATION',
      channel_credentials: CHANNELS.map((channel) => ({ channel, static_bearer: { claimed_identity: 'sender', token: 'token' } })),
    },
  });
  appId = id ?? '';
  const contact = await service.contact.create({
    contactCreateRequestBody: {
      channel_identities: CHANNELS.map((channel) => ({ channel, identity: `+${PHONE}` })),
      language: 'EN_GB',
      display_name: 'Vera',
      external_id: 'vera',
    },
  });
  contactId = contact.id ?? '';
});
afterAll(() => emulator.close());

const all = async <T>(list: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
};
const toContact = () => ({ app_id: appId, recipient: { contact_id: contactId } });

describe("the vendor's client", () => {
  test('makes, reads, changes and deletes apps', async () => {
    const made = await service.app.create({
      appCreateRequestBody: {
        display_name: 'Short-lived',
        channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'token' } }],
      },
    });
    const app_id = made.id ?? '';
    expect(made.channel_credentials?.[0]?.state?.status).toBe('PENDING');
    const changed = await service.app.update({ app_id, appUpdateRequestBody: { display_name: 'Renamed' }, update_mask: ['display_name'] });
    expect(changed).toMatchObject({ display_name: 'Renamed', channel_credentials: [{ channel: 'SMS' }] });
    expect((await service.app.get({ app_id })).display_name).toBe('Renamed');
    expect((await service.app.list({})).apps?.map(({ id }) => id)).toEqual([appId, app_id]);
    await service.app.delete({ app_id });
    await expect(service.app.get({ app_id })).rejects.toThrow(/404|NOT_FOUND|not found/i);
  });

  test('makes, finds, changes, merges and deletes contacts', async () => {
    const make = (channel: 'SMS' | 'MMS', identity: string) =>
      service.contact.create({ contactCreateRequestBody: { channel_identities: [{ channel, identity }], language: 'UNSPECIFIED' } });
    const [one, other] = [await make('SMS', '46700000011'), await make('MMS', '46700000012')];
    const [destination_id, source_id] = [one.id ?? '', other.id ?? ''];
    await service.contact.update({ contact_id: destination_id, updateContactRequestBody: { display_name: 'One' } as Conversation.Contact });
    const merged = await service.contact.mergeContact({ destination_id, mergeContactRequestBody: { source_id, strategy: 'MERGE' } });
    expect(merged.channel_identities?.map(({ channel }) => channel)).toEqual(['SMS', 'MMS']);
    const names = (await all(service.contact.list({ page_size: 1 }))).map((contact) => contact.display_name);
    expect(names).toEqual(['Vera', 'One']);
    expect(await all(service.contact.list({ channel: 'MMS', identity: '46700000012' }))).toHaveLength(1);
    expect(await all(service.contact.listIdentityConflicts({}))).toEqual([]);
    await service.contact.delete({ contact_id: destination_id });
    await expect(service.contact.get({ contact_id: destination_id })).rejects.toThrow();
  });

  const TYPES: Record<string, () => Promise<Conversation.SendMessageResponse>> = {
    text: () =>
      service.messages.sendTextMessage({ sendMessageRequestBody: { ...toContact(), message: { text_message: { text: 'Hello' } } } }),
    media: () =>
      service.messages.sendMediaMessage({
        sendMessageRequestBody: { ...toContact(), message: { media_message: { url: 'https://example.com/a.png' } } },
      }),
    choice: () =>
      service.messages.sendChoiceMessage({
        sendMessageRequestBody: {
          ...toContact(),
          message: { choice_message: { text_message: { text: 'Well?' }, choices: [{ text_message: { text: 'Yes' } }] } },
        },
      }),
    card: () =>
      service.messages.sendCardMessage({
        sendMessageRequestBody: {
          ...toContact(),
          message: { card_message: { title: 'Order 17', choices: [{ text_message: { text: 'Track' }, postback_data: 'track-17' }] } },
        },
      }),
    carousel: () =>
      service.messages.sendCarouselMessage({
        sendMessageRequestBody: { ...toContact(), message: { carousel_message: { cards: [{ title: 'One' }, { title: 'Two' }] } } },
      }),
    location: () =>
      service.messages.sendLocationMessage({
        sendMessageRequestBody: {
          ...toContact(),
          message: { location_message: { title: 'Shop', coordinates: { latitude: 55.6, longitude: 13 } } },
        },
      }),
    list: () =>
      service.messages.sendListMessage({
        sendMessageRequestBody: {
          ...toContact(),
          message: { list_message: { title: 'Pick', sections: [{ title: 'All', items: [{ choice: { title: 'First' } }] }] } },
        },
      }),
    contact_info: () =>
      service.messages.sendContactInfoMessage({
        sendMessageRequestBody: {
          ...toContact(),
          message: { contact_info_message: { name: { full_name: 'Vera' }, phone_numbers: [{ phone_number: `+${PHONE}` }] } },
        },
      }),
  };

  test.each(Object.keys(TYPES))('sends a %s message, which arrives and can be read', async (type) => {
    const { message_id = '' } = (await TYPES[type]?.()) ?? {};
    await emulator.control.waitFor({ trigger: 'MESSAGE_DELIVERY', message_id, status: 'DELIVERED' });
    const message = await service.messages.get({ message_id });
    expect(Object.keys(message.app_message ?? {})).toContain(`${type}_message`);
    expect(message.contact_id).toBe(contactId);
  });

  test('reads answers, pages through messages, changes metadata and deletes', async () => {
    emulator.control.contact(PHONE, 'RCS').taps('Yes');
    emulator.control.contact(PHONE, 'RCS').writes('Thanks');
    await emulator.control.idle();
    const messages = await all(service.messages.list({ app_id: appId, page_size: 3 }));
    expect(messages).toHaveLength(Object.keys(TYPES).length + 2);
    const [last, tap] = messages;
    expect(last?.contact_message?.text_message?.text).toBe('Thanks');
    expect(tap?.contact_message?.choice_response_message?.postback_data).toMatch(/_Yes$/);
    const message_id = last?.id ?? '';
    expect((await service.messages.update({ message_id, updateMessageRequestBody: { metadata: 'seen' } })).metadata).toBe('seen');
    const newest = service.messages.listLastMessagesByChannelIdentity({
      listLastMessagesByChannelIdentityRequestBody: { app_id: appId, contact_ids: [contactId], messages_source: 'CONVERSATION_SOURCE' },
    });
    expect((await all(newest)).map(({ id }) => id)).toEqual([message_id]);
    await service.messages.delete({ message_id });
    await expect(service.messages.get({ message_id })).rejects.toThrow();
  });

  test('reads, changes, stops and starts conversations, and puts messages into them', async () => {
    const [conversation] = await all(service.conversation.list({ app_id: appId, only_active: true }));
    const conversation_id = conversation?.id ?? '';
    const updateConversationRequestBody = { metadata: 'vip' } as Conversation.Conversation;
    expect((await service.conversation.update({ conversation_id, updateConversationRequestBody })).metadata).toBe('vip');
    await service.conversation.injectMessage({
      conversation_id,
      injectMessageRequestBody: {
        contact_message: { text_message: { text: 'Earlier' } },
        direction: 'TO_APP',
        accept_time: new Date(emulator.control.now() - 60_000),
        channel_identity: { channel: 'SMS', identity: PHONE },
        contact_id: contactId,
      } as Conversation.InjectMessageRequest,
    });
    expect(await all(service.conversation.listRecent({ app_id: appId, page_size: 10 }))).toHaveLength(1);
    await service.conversation.stopActive({ conversation_id });
    expect((await service.conversation.get({ conversation_id })).active).toBe(false);
    const made = await service.conversation.create({ createConversationRequestBody: { app_id: appId, contact_id: contactId } as never });
    expect(made.active).toBe(true);
    await service.conversation.delete({ conversation_id });
    await expect(service.conversation.get({ conversation_id })).rejects.toThrow();
  });

  test('makes, lists, changes and deletes webhooks; what they get verifies', async () => {
    const receiver = await startReceiver();
    const { id: webhook_id = '' } = await service.webhooks.create({
      webhookCreateRequestBody: { app_id: appId, target: receiver.url, target_type: 'HTTP', triggers: ['MESSAGE_DELIVERY'], secret: 'old' },
    });
    await service.webhooks.update({
      webhook_id,
      webhookUpdateRequestBody: { app_id: appId, target: receiver.url, secret: 's3cret' } as never,
      update_mask: ['secret'],
    });
    expect((await service.webhooks.list({ app_id: appId })).webhooks?.map(({ id }) => id)).toEqual([webhook_id]);
    expect((await service.webhooks.get({ webhook_id })).triggers).toEqual(['MESSAGE_DELIVERY']);
    await TYPES.text?.();
    await emulator.control.idle();
    const verifier = createWebhookVerifier({ secrets: ['s3cret'] });
    const events = await Promise.all(receiver.got.map(({ body, headers }) => verifier.verify(body, headers)));
    expect(events.map(({ trigger }) => trigger)).toEqual(['MESSAGE_DELIVERY', 'MESSAGE_DELIVERY']);
    await service.webhooks.delete({ webhook_id });
    receiver.close();
  });

  test('makes templates of two languages, changes them and sends them', async () => {
    const translation = (language_code: string, words: string) => ({
      language_code,
      version: '1',
      variables: [{ key: 'name', preview_value: 'Vera' }],
      text_message: { text: words },
    });
    const made = await service.templatesV2.create({
      createTemplateRequestBody: {
        description: 'Greeting',
        default_translation: 'en-US',
        translations: [translation('en-US', 'Hello \u0024{name}'), translation('sv-SE', 'Hej \u0024{name}')],
      } as never,
    });
    const template_id = made.id ?? '';
    const updateTemplateRequestBody = { ...made, version: made.version ?? 1, description: 'Changed' } as never;
    expect((await service.templatesV2.update({ template_id, updateTemplateRequestBody })).version).toBe((made.version ?? 1) + 1);
    expect((await service.templatesV2.list({})).templates).toHaveLength(1);
    const translations = await service.templatesV2.listTranslations({ template_id, language_code: 'sv-SE' });
    expect(translations.translations?.length).toBeGreaterThan(0);
    const omni_template = { template_id, version: '1', language_code: 'sv-SE', parameters: { name: 'Vera' } };
    await service.messages.sendTemplateMessage({
      sendMessageRequestBody: { ...toContact(), message: { template_message: { omni_template } } },
    });
    await emulator.control.idle();
    expect(emulator.control.messages({ identity: PHONE }).at(-1)?.message).toMatchObject({ text_message: { text: 'Hej Vera' } });
    await service.templatesV2.delete({ template_id });
    await expect(service.templatesV2.get({ template_id })).rejects.toThrow();
  });

  test('transcodes, and asks for capabilities', async () => {
    const { transcoded_message: transcoded } = await service.transcoding.transcodeMessage({
      transcodeMessageRequestBody: { app_id: appId, app_message: { card_message: { title: 'Order 17' } } as never, channels: ['SMS'] },
    });
    expect(transcoded?.SMS).toContain('Order 17');
    const { request_id } = await service.capability.lookup({ lookupCapabilityRequestBody: { ...toContact(), request_id: 'ask-1' } });
    expect(request_id).toBe('ask-1');
    await emulator.control.waitFor({ trigger: 'CAPABILITY', app_id: appId });
  });

  test('sends, reads and deletes events', async () => {
    const { event_id = '' } = await service.events.sendComposingEvent({
      sendEventRequestBody: { ...toContact(), event: { composing_event: {} } },
    });
    expect((await service.events.get({ event_id })).app_event).toEqual({ composing_event: {} });
    expect((await all(service.events.list({ contact_id: contactId }))).map(({ id }) => id)).toContain(event_id);
    await service.events.delete({ event_id });
    await expect(service.events.get({ event_id })).rejects.toThrow();
  });

  test('reads opt-outs and their history', async () => {
    emulator.control.contact(PHONE, 'VIBERBM').optsOut();
    const listed = await all(service.consents.listIdentities({ app_id: appId, list_type: 'OPT_OUT_ALL' }));
    expect(listed).toEqual([{ identity: PHONE }]);
    const { audit_records: records } = await service.consents.listAuditRecords({ app_id: appId, identity: PHONE });
    expect(records).toMatchObject([{ origin: 'ORIGIN_MO', operation: 'OPERATION_INSERT' }]);
  });

  test('makes, changes and deletes the settings of the project', async () => {
    const settings = (enabled: boolean) => ({ contact_settings: { unified_contact_id_enabled: enabled } }) as never;
    await service.projectSettings.create({ createProjectSettingsRequestBody: settings(false) });
    await service.projectSettings.update({ updateProjectSettingsRequestBody: settings(true) });
    expect(JSON.stringify(await service.projectSettings.get({}))).toContain('"unified_contact_id_enabled":true');
    await service.projectSettings.delete({});
  });

  test('finds nothing of it in another region', async () => {
    const elsewhere = createVendorClient(emulator, `${emulator.url}/eu`);
    await expect(elsewhere.app.get({ app_id: appId })).rejects.toThrow();
    expect((await elsewhere.app.list({})).apps).toEqual([]);
    expect(await all(elsewhere.contact.list({}))).toEqual([]);
  });

  test('fetches a new token when the old one has expired', async () => {
    await emulator.control.advance(2 * 60 * 60 * 1000);
    expect((await service.app.get({ app_id: appId })).id).toBe(appId);
  });
});

/** A server that takes callbacks. */
async function startReceiver() {
  const got: { body: string; headers: Record<string, string> }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ body, headers: request.headers as Record<string, string> });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`,
    got,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
