import fc from 'fast-check';
import { expect } from 'vitest';
import { CHANNELS, command, whichever } from '../command.ts';
import { byId, wireConversation } from '../compare.ts';
import { describeConversation, watchFrom } from '../rules.ts';
import { activeConversation, fresh, type Model, type ModelConversation, pick } from '../state.ts';
import { tell } from '../tell.ts';
import { walk } from '../walk.ts';

const isPresent = (model: Model) => model.conversations.length > 0;

function appOf(model: Model, { appId }: ModelConversation) {
  return pick(
    model.apps.filter(({ id }) => id === appId),
    0,
  );
}

const create = command({
  name: 'createConversation',
  with: fc.record({ app: whichever, contact: whichever, channel: fc.constantFrom(...CHANNELS) }),
  when: (model) => model.apps.length > 0 && model.contacts.length > 0,
  async run(model, real, given) {
    const [app, contact] = [pick(model.apps, given.app), pick(model.contacts, given.contact)];
    const request = { app_id: app.id, contact_id: contact.id, active: true, active_channel: given.channel };
    if (app.mode === 'DISPATCH' || activeConversation(model, app.id, contact.id)) {
      await real.refused(400, 'POST', '/conversations', request);
      return;
    }
    const { id } = await real.done('POST', '/conversations', request);
    const base = { appId: app.id, contactId: contact.id, active: true, lastReceivedMs: 0, correlationId: '', ...watchFrom(model, app) };
    const conversation = { ...base, id: fresh(model, id), channel: given.channel };
    model.conversations.push(conversation);
    tell(model, app, 'CONVERSATION_START', describeConversation(conversation));
  },
});

const stop = command({
  name: 'stopConversation',
  with: whichever,
  when: isPresent,
  async run(model, real, number) {
    const conversation = pick(model.conversations, number);
    await real.done('POST', `/conversations/${conversation.id}:stop`);
    if (!conversation.active) return;
    conversation.active = false;
    tell(model, appOf(model, conversation), 'CONVERSATION_STOP', describeConversation(conversation));
  },
});

const update = command({
  name: 'updateConversation',
  with: fc.record({
    conversation: whichever,
    correlation: fc.constantFrom('', 'c1', 'c2'),
    active: fc.option(fc.boolean(), { nil: undefined }),
  }),
  when: isPresent,
  async run(model, real, { conversation: number, correlation, active }) {
    const conversation = pick(model.conversations, number);
    const path = `/conversations/${conversation.id}`;
    const request = { correlation_id: correlation, ...(active === undefined ? {} : { active }) };
    const other = activeConversation(model, conversation.appId, conversation.contactId);
    if (active && other && other !== conversation) {
      await real.refused(400, 'PATCH', path, request);
      return;
    }
    const answer = await real.done('PATCH', path, request);
    conversation.correlationId = correlation;
    const isStopped = conversation.active && active === false;
    conversation.active = active ?? conversation.active;
    if (isStopped) tell(model, appOf(model, conversation), 'CONVERSATION_STOP', describeConversation(conversation));
    expect(answer).toEqual(wireConversation(conversation));
  },
});

const remove = command({
  name: 'deleteConversation',
  with: whichever,
  when: isPresent,
  async run(model, real, number) {
    const conversation = pick(model.conversations, number);
    await real.done('DELETE', `/conversations/${conversation.id}`);
    const belongs = ({ conversationId }: { conversationId: string }) => conversationId === conversation.id;
    tell(model, appOf(model, conversation), 'CONVERSATION_DELETE', describeConversation(conversation));
    model.gone.messages.push(...model.messages.filter(belongs).map(({ id }) => id));
    model.gone.conversations.push(conversation.id);
    model.conversations = model.conversations.filter((one) => one !== conversation);
    model.messages = model.messages.filter((one) => !belongs(one));
    await real.refused(404, 'GET', `/conversations/${conversation.id}`);
  },
});

const list = command({
  name: 'listConversations',
  with: fc.record({
    app: whichever,
    contact: whichever,
    by: fc.constantFrom('app', 'contact', 'both'),
    onlyActive: fc.option(fc.boolean(), { nil: undefined }),
    size: fc.integer({ min: 1, max: 4 }),
  }),
  when: (model) => model.apps.length > 0 && model.contacts.length > 0,
  async run(model, real, { app, contact, by, onlyActive, size }) {
    const appId = by === 'contact' ? undefined : pick(model.apps, app).id;
    const contactId = by === 'app' ? undefined : pick(model.contacts, contact).id;
    const query = new URLSearchParams({
      ...(appId ? { app_id: appId } : {}),
      ...(contactId ? { contact_id: contactId } : {}),
      ...(onlyActive === undefined ? {} : { only_active: String(onlyActive) }),
    });
    // False asks for those that are not active.
    const isWanted = (one: ModelConversation) => onlyActive === undefined || one.active === onlyActive;
    const wanted = byId(model.conversations)
      .reverse()
      .filter((one) => (!appId || one.appId === appId) && (!contactId || one.contactId === contactId) && isWanted(one));
    expect(await walk(real, `/conversations?${query}`, 'conversations', size)).toEqual(wanted.map(wireConversation));
  },
});

const missing = command({
  name: 'useDeletedConversation',
  with: whichever,
  when: (model) => model.gone.conversations.length > 0,
  async run(model, real, number) {
    const id = pick(model.gone.conversations, number);
    await real.refused(404, 'GET', `/conversations/${id}`);
    await real.refused(404, 'POST', `/conversations/${id}:stop`);
    await real.refused(404, 'DELETE', `/conversations/${id}`);
  },
});

export const conversationCommands = [create, stop, stop, update, remove, list, missing];
