import { contactFor, conversationFor, keep, obstacleOf, reportsOf, type Sent } from './rules.ts';
import {
  type Address,
  activeConversation,
  fresh,
  keyOf,
  type Model,
  type ModelApp,
  type ModelContact,
  type ModelConversation,
} from './state.ts';
import { tell } from './tell.ts';

/** A send as the model sees it. */
export interface ModelSend {
  mode: ModelApp['mode'];
  /** Addresses, or the id of a contact. */
  to: readonly Address[] | string;
  order: readonly string[];
  metadata: string;
  /** Metadata of FAILED reports, where they differ. */
  failedMetadata?: string;
  correlationId: string | undefined;
}

/** What only the emulator can know: the ids that it chose. */
export interface ChosenIds {
  message: unknown;
  contact: unknown;
  conversation: unknown;
}

type Plan = { addresses: Address[] } | { reason: string; at: { channel: string; identity: string } };

/** Takes a message through the model: contact, conversation, channels, reports. */
export function sendInModel(model: Model, app: ModelApp, send: ModelSend, ids: ChosenIds): void {
  const { failedMetadata = send.metadata } = send;
  const messageId = fresh(model, ids.message);
  const contact = send.mode === 'DISPATCH' ? undefined : findContact(model, app, send.to, ids.contact);
  const before = contact && activeConversation(model, app.id, contact.id);
  const plan = planOf(app, send, contact, before);
  const conversation = 'reason' in plan ? before : openConversation(model, app, send, contact, plan.addresses[0], ids.conversation);
  const first = 'reason' in plan ? plan.at : plan.addresses[0];
  const sent: Sent = {
    messageId,
    appId: app.id,
    correlationId: send.correlationId ?? '',
    contactId: contact?.id ?? '',
    conversationId: conversation?.id ?? '',
    mode: send.mode,
    metadata: send.metadata,
  };
  const address = { appId: '', channel: '', identity: '', ...first };
  const source = send.mode === 'DISPATCH' ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE';
  const { contactId, conversationId } = sent;
  keep(model, app, { id: messageId, source, direction: 'TO_CONTACT', contactId, conversationId, address, metadata: send.metadata });
  tell(model, app, 'MESSAGE_SUBMIT', describeSent(sent, address));
  if ('reason' in plan)
    tell(model, app, 'MESSAGE_DELIVERY', {
      ...describeSent(sent, address),
      status: 'FAILED',
      reason: plan.reason,
      metadata: failedMetadata,
    });
  else tryAll(model, app, sent, plan.addresses, failedMetadata);
}

function findContact(model: Model, app: ModelApp, to: ModelSend['to'], madeId: unknown): ModelContact | undefined {
  if (typeof to === 'string') return model.contacts.find((contact) => contact.id === to);
  return contactFor(model, app, to, madeId);
}

function planOf(
  app: ModelApp,
  { mode, to, order }: ModelSend,
  contact: ModelContact | undefined,
  conversation: ModelConversation | undefined,
): Plan {
  const nowhere = { channel: order[0] ?? 'CHANNEL_UNSPECIFIED', identity: '' };
  if (mode === 'CONVERSATION' && !contact) return { reason: 'CONTACT_NOT_FOUND', at: nowhere };
  const given = typeof to === 'string' ? undefined : to;
  const missing = [...order, ...(given ?? []).map(({ channel }) => channel)].find((channel) => !app.channels.includes(channel));
  if (missing !== undefined) {
    const at = given?.find(({ channel }) => channel === missing) ?? { channel: missing, identity: '' };
    return { reason: 'CHANNEL_CONFIGURATION_MISSING', at };
  }
  const known = given ?? contact?.addresses.filter(({ appId }) => appId === '' || appId === app.id) ?? [];
  const wanted = order.length > 0 ? order : given ? given.map(({ channel }) => channel) : channelsOf(app, contact, conversation);
  const addresses = [...new Set(wanted)].flatMap((channel) => known.find((one) => one.channel === channel) ?? []);
  if (addresses.length > 0) return { addresses };
  return { reason: 'NO_CHANNEL_IDENTITY_FOR_CONTACT', at: given?.[0] ?? nowhere };
}

/** The third rule: active channel, then the contact's order, then that of the app. */
function channelsOf(app: ModelApp, contact: ModelContact | undefined, conversation: ModelConversation | undefined): string[] {
  return [conversation?.channel ?? '', ...(contact?.priority ?? []), ...app.channels].filter((channel) => app.channels.includes(channel));
}

function openConversation(
  model: Model,
  app: ModelApp,
  { correlationId }: ModelSend,
  contact: ModelContact | undefined,
  address: Address | undefined,
  madeId: unknown,
): ModelConversation | undefined {
  if (!contact) {
    if (address && app.dispatchDays > 0 && correlationId !== undefined) model.carried.set(keyOf(app.id, address), correlationId);
    return undefined;
  }
  const conversation = conversationFor(model, app, contact, { channel: address?.channel ?? '', correlationId }, madeId);
  conversation.correlationId = correlationId ?? conversation.correlationId;
  return conversation;
}

function tryAll(model: Model, app: ModelApp, sent: Sent, addresses: readonly Address[], failedMetadata: string): void {
  for (const [index, address] of addresses.entries()) {
    follow(model, sent, address);
    const report = (status: string, reason?: string) =>
      tell(model, app, 'MESSAGE_DELIVERY', {
        ...describeSent(sent, address),
        status,
        reason,
        metadata: status === 'FAILED' ? failedMetadata : sent.metadata,
      });
    const obstacle = obstacleOf(model, app.id, address);
    if (!obstacle) report('QUEUED_ON_CHANNEL');
    const reason = obstacle ?? model.failing.get(keyOf('', address));
    if (reason === undefined) {
      model.unread.push({ ...sent, address });
      if (reportsOf(address.channel).delivered) report('DELIVERED');
      return;
    }
    if (index + 1 < addresses.length) report('SWITCHING_CHANNEL', reason);
    else report('FAILED', index === 0 ? reason : 'NO_CHANNELS_LEFT');
  }
}

/** Message and conversation stand on the channel that was tried last. */
function follow(model: Model, { messageId, conversationId }: Sent, address: Address): void {
  for (const message of model.messages) if (message.id === messageId) message.address = address;
  for (const conversation of model.conversations) if (conversation.id === conversationId) conversation.channel = address.channel;
}

export function describeSent(
  { messageId, contactId, conversationId, correlationId, mode }: Sent,
  { channel, identity }: { channel: string; identity: string },
) {
  return { message: messageId, contact: contactId, conversation: conversationId, correlation: correlationId, mode, channel, identity };
}
