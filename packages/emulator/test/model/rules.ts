import {
  type Address,
  activeConversation,
  fresh,
  keyOf,
  type Model,
  type ModelApp,
  type ModelContact,
  type ModelConversation,
  type ModelMessage,
  type ModelUnread,
} from './state.ts';
import { describeAddresses, tell } from './tell.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Channels on which an address belongs to one app. */
const APP_SCOPED: readonly string[] = ['MESSENGER'];

/** What a channel says after it took a message. */
const REPORTS: Readonly<Record<string, { delivered: boolean; read: boolean }>> = {
  SMS: { delivered: true, read: false },
  RCS: { delivered: true, read: true },
  WHATSAPP: { delivered: true, read: true },
  MESSENGER: { delivered: true, read: true },
  VIBERBM: { delivered: true, read: true },
  TELEGRAM: { delivered: false, read: false },
};

export function reportsOf(channel: string): { delivered: boolean; read: boolean } {
  return REPORTS[channel] ?? { delivered: true, read: false };
}

export function toAddress(app: ModelApp, channel: string, identity: string): Address {
  return { channel, identity, appId: APP_SCOPED.includes(channel) ? app.id : '' };
}

/** The addresses of a contact that the API makes: what belongs to an app names one. */
export function ownedBy(app: ModelApp | undefined, addresses: readonly Pick<Address, 'channel' | 'identity'>[]): Address[] {
  return addresses.map((one) => ({ ...one, appId: APP_SCOPED.includes(one.channel) ? (app?.id ?? 'none yet') : '' }));
}

/** Contacts with an address that this app may see, oldest first: ids sort by age. */
export function holdersOf(model: Model, appId: string, { channel, identity }: Pick<Address, 'channel' | 'identity'>): ModelContact[] {
  return model.contacts
    .filter((contact) =>
      contact.addresses.some(
        (one) => one.channel === channel && one.identity === identity && (one.appId === '' || appId === '' || one.appId === appId),
      ),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The contact of some addresses; made, under the id that the emulator chose, when nobody has any of them. */
export function contactFor(model: Model, app: ModelApp, addresses: readonly Address[], madeId: unknown): ModelContact {
  const holders = addresses.map((address) => holdersOf(model, app.id, address));
  holders.forEach((found, index) => {
    if (found.length < 2) return;
    const contacts = found.map(({ id }) => id).join(',');
    tell(model, app, 'CONTACT_IDENTITIES_DUPLICATION', { channel: addresses[index]?.channel, contacts });
  });
  const contact = holders.flat()[0];
  if (!contact) return makeContact(model, app, addresses, madeId);
  const channels = contact.addresses.map(({ channel }) => channel);
  const missing = addresses.filter(({ channel }, index) => holders[index]?.length === 0 && !channels.includes(channel));
  if (missing.length > 0) {
    contact.addresses = [...contact.addresses, ...missing];
    tell(model, app, 'CONTACT_UPDATE', describeContact(contact));
  }
  return contact;
}

function makeContact(model: Model, app: ModelApp, addresses: readonly Address[], madeId: unknown): ModelContact {
  const made: ModelContact = {
    id: fresh(model, madeId),
    addresses: [...addresses],
    priority: [],
    name: 'Unknown',
    email: '',
    externalId: '',
    metadata: '',
  };
  model.contacts.push(made);
  tell(model, app, 'CONTACT_CREATE', describeContact(made));
  return made;
}

export function describeContact({ id, addresses, name }: ModelContact) {
  return { contact: id, addresses: describeAddresses(addresses), name };
}

/** The active conversation of app and contact, or a new one under the id that the emulator chose. */
export function conversationFor(
  model: Model,
  app: ModelApp,
  contact: ModelContact,
  start: { channel: string; lastReceivedMs?: number; correlationId: string | undefined },
  madeId: unknown,
): ModelConversation {
  const active = activeConversation(model, app.id, contact.id);
  if (active) return active;
  const { channel, lastReceivedMs = 0, correlationId = '' } = start;
  const id = fresh(model, madeId);
  const made = { id, appId: app.id, contactId: contact.id, active: true, channel, lastReceivedMs, correlationId, ...watchFrom(model, app) };
  model.conversations.push(made);
  tell(model, app, 'CONVERSATION_START', describeConversation(made));
  return made;
}

export function describeConversation({ id, contactId, active, channel, correlationId }: ModelConversation) {
  return { conversation: id, contact: contactId, active: String(active), channel, correlation: correlationId };
}

/** From when on a new conversation may expire. */
export function watchFrom({ nowMs }: Model, { byConversation, days }: ModelApp): { lookMs: number; sinceMs: number } {
  return { lookMs: byConversation ? nowMs + days * DAY_MS : Number.POSITIVE_INFINITY, sinceMs: nowMs };
}

/** Conversations whose last message is too old go, with all in it; nobody is told. */
export function expireConversations(model: Model, untilMs: number): void {
  for (const conversation of [...model.conversations]) {
    const app = model.apps.find(({ id }) => id === conversation.appId);
    const messages = model.messages.filter(({ conversationId }) => conversationId === conversation.id);
    const lastMs = messages.length === 0 ? conversation.sinceMs : Math.max(...messages.map(({ acceptedMs }) => acceptedMs));
    while (app && conversation.lookMs <= untilMs) {
      const endMs = lastMs + app.days * DAY_MS;
      if (endMs <= conversation.lookMs) {
        model.conversations = model.conversations.filter((one) => one !== conversation);
        model.messages = model.messages.filter(({ conversationId }) => conversationId !== conversation.id);
        model.gone.conversations.push(conversation.id);
        model.gone.messages.push(...messages.map(({ id }) => id));
        break;
      }
      conversation.lookMs = endMs;
    }
  }
}

/** Keeps a message as long as its app does. */
export function keep(model: Model, app: ModelApp, message: Omit<ModelMessage, 'acceptedMs' | 'expiresMs' | 'appId'>): void {
  const ownDays = app.byConversation ? Number.POSITIVE_INFINITY : app.days;
  const days = message.source === 'DISPATCH_SOURCE' ? app.dispatchDays : ownDays;
  if (days === 0) model.gone.messages.push(message.id);
  else model.messages.push({ ...message, appId: app.id, acceptedMs: model.nowMs, expiresMs: model.nowMs + days * DAY_MS });
}

/** Why an address cannot be tried right now, if so. */
export function obstacleOf(model: Model, appId: string, address: Address): string | undefined {
  const isOut = model.optOuts.some((one) => one.appId === appId && one.list === 'OPT_OUT_ALL' && one.identity === address.identity);
  if (isOut) return 'DELIVERY_REJECTED_DUE_TO_POLICY';
  const lastMs = model.inboundMs.get(keyOf(appId, address));
  const isClosed = lastMs === undefined || model.nowMs - lastMs >= DAY_MS;
  return ['WHATSAPP', 'MESSENGER'].includes(address.channel) && isClosed ? 'OUTSIDE_ALLOWED_SENDING_WINDOW' : undefined;
}

/** The correlation id of replies from this address. */
export function carriedBack(model: Model, app: ModelApp, conversation: ModelConversation | undefined, address: Address): string {
  return conversation ? conversation.correlationId : (model.carried.get(keyOf(app.id, address)) ?? '');
}

export type Sent = Pick<ModelUnread, 'messageId' | 'appId' | 'correlationId' | 'contactId' | 'conversationId' | 'mode' | 'metadata'>;
