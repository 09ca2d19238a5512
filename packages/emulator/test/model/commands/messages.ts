import fc from 'fast-check';
import { expect } from 'vitest';
import { CHANNELS, command, whichever } from '../command.ts';
import { wireMessage } from '../compare.ts';
import { keptMessages, type Model, type ModelMessage, pick } from '../state.ts';
import { walk } from '../walk.ts';
import { sendText } from './sending.ts';

const SOURCES = ['CONVERSATION_SOURCE', 'DISPATCH_SOURCE'] as const;
const isPresent = (model: Model) => keptMessages(model).length > 0;

const query = fc.record({
  source: fc.constantFrom(...SOURCES),
  app: fc.option(whichever, { nil: undefined }),
  contact: fc.option(whichever, { nil: undefined }),
  channel: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
  direction: fc.option(fc.constantFrom('TO_APP' as const, 'TO_CONTACT' as const), { nil: undefined }),
  size: fc.integer({ min: 1, max: 5 }),
  newWhilePaging: fc.boolean(),
});

const list = command({
  name: 'listMessages',
  with: query,
  async run(model, real, { source, app, contact, channel, direction, size, newWhilePaging }) {
    const appId = app === undefined || model.apps.length === 0 ? undefined : pick(model.apps, app).id;
    const isByContact = contact !== undefined && source === 'CONVERSATION_SOURCE' && model.contacts.length > 0;
    const contactId = isByContact ? pick(model.contacts, contact).id : undefined;
    const search = new URLSearchParams({
      messages_source: source,
      ...(appId ? { app_id: appId } : {}),
      ...(contactId ? { contact_id: contactId } : {}),
      ...(channel ? { channel } : {}),
      ...(direction ? { direction } : {}),
    });
    const fits = (one: ModelMessage) =>
      one.source === source &&
      (!appId || one.appId === appId) &&
      (!contactId || one.contactId === contactId) &&
      (!channel || one.address.channel === channel) &&
      (!direction || one.direction === direction);
    const wanted = keptMessages(model).filter(fits).map(wireMessage);
    let isSent = false;
    const found = await walk(real, `/messages?${search}`, 'messages', size, async () => {
      if (isSent || !newWhilePaging || model.apps.length === 0) return;
      isSent = true;
      await sendText(model, real, { app: 0, to: [{ channel: 'SMS', identity: '46700000001' }] });
    });
    expect(found).toEqual(wanted);
  },
});

const get = command({
  name: 'getMessage',
  with: whichever,
  when: isPresent,
  async run(model, real, number) {
    const message = pick(keptMessages(model), number);
    expect(await real.done('GET', `/messages/${message.id}?messages_source=${message.source}`)).toEqual(wireMessage(message));
    const other = SOURCES.find((source) => source !== message.source);
    await real.refused(404, 'GET', `/messages/${message.id}?messages_source=${other}`);
  },
});

const update = command({
  name: 'updateMessage',
  with: fc.record({ message: whichever, metadata: fc.string({ maxLength: 20 }) }),
  when: isPresent,
  async run(model, real, { message: number, metadata }) {
    const message = pick(keptMessages(model), number);
    const answer = await real.done('PATCH', `/messages/${message.id}?messages_source=${message.source}`, { metadata });
    message.metadata = metadata;
    expect(answer).toEqual(wireMessage(message));
  },
});

const remove = command({
  name: 'deleteMessage',
  with: whichever,
  when: isPresent,
  async run(model, real, number) {
    const { id, source } = pick(keptMessages(model), number);
    await real.done('DELETE', `/messages/${id}?messages_source=${source}`);
    model.messages = model.messages.filter((one) => one.id !== id);
    model.gone.messages.push(id);
  },
});

const missing = command({
  name: 'useDeletedMessage',
  with: fc.record({ message: whichever, source: fc.constantFrom(...SOURCES) }),
  when: (model) => model.gone.messages.length > 0,
  async run(model, real, { message, source }) {
    const id = pick(model.gone.messages, message);
    await real.refused(404, 'GET', `/messages/${id}?messages_source=${source}`);
    await real.refused(404, 'PATCH', `/messages/${id}?messages_source=${source}`, { metadata: 'x' });
    await real.refused(404, 'DELETE', `/messages/${id}?messages_source=${source}`);
  },
});

const last = command({
  name: 'lastMessages',
  with: fc.record({ app: whichever, source: fc.constantFrom(...SOURCES) }),
  when: (model) => model.apps.length > 0,
  async run(model, real, { app, source }) {
    const appId = pick(model.apps, app).id;
    const identities = ['46700000001', '46700000002', '46700000003', 'someone', 'nobody'];
    const request = { app_id: appId, messages_source: source, channel_identities: identities, page_size: 100 };
    const { messages } = await real.done('POST', '/messages:fetch-last-message', request);
    const fitting = keptMessages(model).filter((one) => one.source === source && one.appId === appId);
    const wanted = fitting.filter((one) => fitting.find(({ address }) => address.identity === one.address.identity) === one);
    expect(messages).toEqual(wanted.filter(({ address }) => identities.includes(address.identity)).map(wireMessage));
  },
});

export const messageCommands = [list, list, list, get, update, remove, missing, last];
