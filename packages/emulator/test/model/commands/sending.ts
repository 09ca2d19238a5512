import fc from 'fast-check';
import { text } from '../../support.ts';
import {
  anyAddress,
  anyNumber,
  type CHANNELS,
  command,
  identityOn,
  someAddresses,
  someChannels,
  spell,
  spelling,
  whichever,
} from '../command.ts';
import type { Real } from '../real.ts';
import { carriedBack, contactFor, conversationFor, keep, reportsOf, toAddress } from '../rules.ts';
import { describeSent, sendInModel } from '../sending.ts';
import { fresh, keptMessages, keyOf, type Model, type ModelApp, pick } from '../state.ts';
import { tell } from '../tell.ts';

type Plain = { channel: string; identity: string };

interface Send {
  app: number;
  to: readonly Plain[] | number;
  how?: string;
  order?: readonly string[] | undefined;
  forced?: boolean;
  metadata?: string;
  correlation?: string | undefined;
}

/** Sends a text on both sides. */
export async function sendText(model: Model, real: Real, given: Send): Promise<void> {
  const { how = 'plain', order = [], forced = false, metadata = '', correlation } = given;
  const app = pick(model.apps, given.app);
  const mode = forced ? 'DISPATCH' : app.mode;
  const contactIds = [...model.contacts.map(({ id }) => id), ...model.gone.contacts];
  if (typeof given.to === 'number' && contactIds.length === 0) return;
  const to = typeof given.to === 'number' ? pick(contactIds, given.to) : given.to.map((one) => toAddress(app, one.channel, one.identity));
  const identities = (one: Plain) => ({ channel: one.channel, identity: spell(one.identity, how) });
  const request = {
    app_id: app.id,
    recipient: typeof to === 'string' ? { contact_id: to } : { identified_by: { channel_identities: to.map(identities) } },
    message: text('Hello'),
    message_metadata: metadata,
    ...(order.length > 0 ? { channel_priority_order: order } : {}),
    ...(forced ? { processing_strategy: 'DISPATCH_ONLY' } : {}),
    ...(correlation === undefined ? {} : { correlation_id: correlation }),
  };
  if (mode === 'DISPATCH' && typeof to === 'string') {
    await real.refused(400, 'POST', '/messages:send', request);
    return;
  }
  const { message_id: message } = await real.done('POST', '/messages:send', request);
  await real.emulator.control.idle();
  const { contact, conversation } = mode === 'DISPATCH' ? {} : await chosenFor(real, message);
  sendInModel(model, app, { mode, to, order, metadata, correlationId: correlation }, { message, contact, conversation });
}

/** The ids that the emulator chose for contact and conversation. */
async function chosenFor(real: Real, message: string): Promise<{ contact?: unknown; conversation?: unknown }> {
  const { contact_id: contact, conversation_id: conversation } = await real.done('GET', `/messages/${message}`);
  return { contact, conversation };
}

const options = {
  app: whichever,
  order: fc.option(someChannels, { nil: undefined, freq: 3 }),
  forced: fc.constantFrom(false, false, false, true),
  metadata: fc.constantFrom('', 'm1'),
  correlation: fc.constantFrom(undefined, 'c1', 'c2'),
};

const hasApps = (model: Model) => model.apps.length > 0;

const toIdentities = command({
  name: 'send',
  with: fc.record({ ...options, to: someAddresses, how: spelling }),
  when: hasApps,
  run: sendText,
});
const toContact = command({ name: 'sendToContact', with: fc.record({ ...options, to: whichever }), when: hasApps, run: sendText });

const inbound = command({
  name: 'write',
  with: fc.record({ app: whichever, channel: whichever, number: anyNumber }),
  when: hasApps,
  async run(model, real, { app: which, channel: some, number }) {
    const app = pick(model.apps, which);
    const channel = pick(app.channels, some) as (typeof CHANNELS)[number];
    const identity = identityOn(channel, number);
    const { message_id: message } = real.emulator.control.contact(identity, channel, { app_id: app.id }).writes('Hi');
    await real.emulator.control.idle();
    const { contact, conversation } = app.mode === 'DISPATCH' ? {} : await chosenFor(real, message);
    writeInModel(model, app, { channel, identity }, { message, contact, conversation });
  },
});

function writeInModel(
  model: Model,
  app: ModelApp,
  { channel, identity }: Plain,
  ids: Record<'message' | 'contact' | 'conversation', unknown>,
): void {
  const messageId = fresh(model, ids.message);
  const address = toAddress(app, channel, identity);
  model.inboundMs.set(keyOf(app.id, address), model.nowMs);
  const contact = app.mode === 'DISPATCH' ? undefined : contactFor(model, app, [address], ids.contact);
  const start = { channel, lastReceivedMs: model.nowMs, correlationId: '' };
  const conversation = contact && conversationFor(model, app, contact, start, ids.conversation);
  if (conversation) Object.assign(conversation, { channel, lastReceivedMs: model.nowMs });
  const [contactId, conversationId] = [contact?.id ?? '', conversation?.id ?? ''];
  const source = app.mode === 'DISPATCH' ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE';
  keep(model, app, { id: messageId, source, direction: 'TO_APP', contactId, conversationId, address, metadata: '' });
  const correlationId = carriedBack(model, app, conversation, address);
  tell(
    model,
    app,
    'MESSAGE_INBOUND',
    describeSent({ messageId, appId: app.id, correlationId, contactId, conversationId, mode: app.mode, metadata: '' }, address),
  );
}

const read = command({
  name: 'read',
  with: whichever,
  when: (model) => model.unread.length > 0,
  async run(model, real, number) {
    const unread = pick(model.unread, number);
    const { channel, identity } = unread.address;
    real.emulator.control.contact(identity, channel as (typeof CHANNELS)[number], { app_id: unread.appId }).reads(unread.messageId);
    model.unread = model.unread.filter((one) => one !== unread);
    if (!reportsOf(channel).read) return;
    const app = pick(
      model.apps.filter(({ id }) => id === unread.appId),
      0,
    );
    // As long as the message is stored, it is known whose it is now.
    const { contactId, conversationId } = keptMessages(model).find(({ id }) => id === unread.messageId) ?? unread;
    const told = describeSent({ ...unread, contactId, conversationId }, unread.address);
    tell(model, app, 'MESSAGE_DELIVERY', { ...told, status: 'READ', metadata: unread.metadata });
  },
});

const fail = command({
  name: 'failChannel',
  with: fc.record({ address: anyAddress, fails: fc.boolean() }),
  async run(model, real, { address, fails }) {
    const channel = real.emulator.control.channel(address.channel);
    const reason = 'RECIPIENT_INVALID_CHANNEL_IDENTITY';
    if (fails) channel.answers({ status: 'FAILED', reason }, address);
    else channel.reset(address);
    if (fails) model.failing.set(keyOf('', address), reason);
    else model.failing.delete(keyOf('', address));
  },
});

export const sendingCommands = [toIdentities, toIdentities, toIdentities, toContact, toContact, inbound, inbound, read, fail];
