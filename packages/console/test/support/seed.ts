import type { RunningEmulator } from './start-emulator.ts';

/** What a name, an address or a text may be made of by somebody who means harm. */
export const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>" onfocus="alert(3)" autofocus javascript:alert(4)';

/** Turns the direction of what follows around, and says another file ending than it has. */
export const TURNED = '\u202Egnp.exe\u202C שלום';

const LONG = 'Wholesale-of-parcels-and-other-things-that-need-a-very-long-name-without-any-space-in-it';

export const CHANNELS = ['RCS', 'WHATSAPP', 'SMS', 'MESSENGER', 'VIBERBM', 'TELEGRAM'] as const;

const CREDENTIALS: Readonly<Record<string, object>> = {
  TELEGRAM: { telegram_credentials: { token: 'any' } },
  MESSENGER: { static_token: { token: 'any' } },
};

export function credentialsOf(channels: readonly string[]): object[] {
  return channels.map((channel) => ({
    channel,
    ...(CREDENTIALS[channel] ?? { static_bearer: { claimed_identity: `sender-${channel.toLowerCase()}`, token: 'any' } }),
  }));
}

export interface Seeded {
  appId: string;
  secondAppId: string;
  webhookId: string;
  contactId: string;
  conversationId: string;
  templateId: string;
  messageId: string;
  callbackId: string;
  requestId: string;
  eventSeq: string;
}

const ANNA = '46700000001';

export interface SeedOptions {
  /** Stands in every name and text. */
  words?: string;
  /** Where callbacks go; by default nobody is there. */
  target?: string;
  /** How many messages there are beside the others. */
  texts?: number;
}

/** Something of everything that the page shows. */
export async function seed(
  emulator: RunningEmulator,
  { words, target = 'http://127.0.0.1:9/webhook', texts = 3 }: SeedOptions = {},
): Promise<Seeded> {
  const { control, owner } = emulator;
  const name = (text: string): string => words ?? text;
  const app = await owner<{ id: string }>('POST', '/apps', {
    display_name: name('Shop'),
    processing_mode: 'CONVERSATION',
    channel_credentials: credentialsOf(CHANNELS),
  });
  const second = await owner<{ id: string }>('POST', '/apps', { display_name: name(LONG), channel_credentials: credentialsOf(['SMS']) });
  const webhook = await owner<{ id: string }>('POST', '/webhooks', {
    app_id: app.id,
    target: `${target}${words ? `?${encodeURIComponent(words)}` : ''}`,
    target_type: 'HTTP',
    secret: 'a-secret',
    triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY', 'EVENT_INBOUND', 'CONTACT_CREATE', 'CONVERSATION_START', 'OPT_OUT'],
  });
  const contact = await owner<{ id: string }>('POST', '/contacts', {
    display_name: name('Anna Andersson'),
    language: 'EN_US',
    channel_identities: ['RCS', 'SMS', 'WHATSAPP'].map((channel) => ({ channel, identity: ANNA })),
  });
  await owner('POST', '/contacts', {
    display_name: words ?? TURNED,
    language: 'HE',
    channel_identities: [{ channel: 'SMS', identity: '46700000009' }],
  });
  const template = await control<{ id: string }>('POST', `/as-owner/eu/v2/projects/${emulator.projectId}/templates`, {
    description: name('Order'),
    default_translation: 'en',
    translations: [{ language_code: 'en', version: '1', text_message: { text: name('Hello') } }],
  });
  const send = async (message: object, channels: readonly string[], identity = ANNA): Promise<string> => {
    const { message_id: id } = await owner<{ message_id: string }>('POST', '/messages:send', {
      app_id: app.id,
      recipient: { identified_by: { channel_identities: channels.map((channel) => ({ channel, identity })) } },
      message,
    });
    return id;
  };
  // opens the 24 hours in which WhatsApp takes cards
  await control('POST', '/inbound', { channel: 'WHATSAPP', identity: ANNA, app_id: app.id, name: name('Anna') });
  await control('POST', '/inbound', { channel: 'WHATSAPP', identity: ANNA, app_id: app.id, text: name('Where is my parcel?') });
  for (const channel of CHANNELS) {
    await send(
      {
        card_message: {
          title: name('Order 17'),
          description: name('Your parcel is on its way.'),
          choices: [{ text_message: { text: name('Track it').slice(0, 20) }, postback_data: 'track' }],
        },
      },
      [channel],
    );
  }
  for (let number = 1; number <= texts; number += 1) await send({ text_message: { text: name(`Message ${number}`) } }, ['SMS']);
  await control('PUT', '/channels/RCS', { status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE', identity: '46700000002' });
  const messageId = await send({ text_message: { text: name('RCS first, then SMS') } }, ['RCS', 'SMS'], '46700000002');
  await control('POST', '/idle');
  await control('POST', '/inbound', { channel: 'WHATSAPP', identity: ANNA, app_id: app.id, text: name('Thanks!') });
  await control('POST', '/faults', { effect: { status: 500 }, match: { operation: 'Apps_GetApp' }, share: 0.5 }).catch(() => undefined);
  await owner('GET', '/apps/unknown').catch(() => undefined);
  await control('POST', '/idle');
  const { callbacks } = await control<{ callbacks: { id: string }[] }>('GET', '/callbacks?view=summary&limit=1');
  const { events } = await control<{ events: { seq: number }[] }>('GET', '/events?view=summary&limit=1');
  const { requests } = await control<{ requests: { id: string }[] }>('GET', '/requests?view=summary&limit=1');
  const { conversations } = await owner<{ conversations: { id: string }[] }>('GET', `/conversations?contact_id=${contact.id}`);
  return {
    appId: app.id,
    secondAppId: second.id,
    webhookId: webhook.id,
    contactId: contact.id,
    conversationId: conversations[0]?.id as string,
    templateId: template.id,
    messageId,
    callbackId: callbacks[0]?.id as string,
    requestId: requests[0]?.id as string,
    eventSeq: String(events[0]?.seq),
  };
}
