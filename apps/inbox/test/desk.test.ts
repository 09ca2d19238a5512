import { randomUUID } from 'node:crypto';
import { text } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationPage, ConversationView } from '../src/api/contract.ts';
import { fillPlaceholders } from '../src/api/fill-placeholders.ts';
import { inbound, type Who } from './callbacks.ts';
import { type Harness, type Person, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
let bo: Person;
beforeAll(async () => {
  inbox = await startHarness();
  bo = await inbox.person('Bo');
});
afterAll(() => inbox.close());

let count = 0;
async function conversation(words: string, channel = 'SMS'): Promise<ConversationView & { who: Who }> {
  count += 1;
  const who = { channel, identity: `46711${String(count).padStart(6, '0')}`, contact: `D${count}` };
  await inbox.callback(inbound(who, `DESK${count}`, text(words)));
  return { ...(await inbox.conversationWith(who.identity)), who };
}

const idsOf = (conversations: ConversationView[]) => conversations.map(({ id }) => id);

describe('a conversation', () => {
  it('is open, waits or is done, and opens again when the contact writes', async () => {
    const { id, who } = await conversation('A question');
    expect(idsOf(await inbox.conversations('&state=open'))).toContain(id);
    for (const state of ['waiting', 'done'] as const) {
      expect((await bo.call('PATCH', `/api/conversations/${id}`, { state })).body.conversation.state).toBe(state);
      expect(idsOf(await inbox.conversations(`&state=${state}`))).toEqual([id]);
    }
    await inbox.callback(inbound(who, 'REOPENS', text('Another one'), 1));
    expect((await inbox.get(`/api/conversations/${id}`)).body.conversation.state).toBe('open');
    const events = (await inbox.messages(id)).filter(({ direction }) => direction === 'event');
    expect(events.map(({ event, authorName }) => [event, authorName])).toEqual([
      [{ kind: 'state', state: 'waiting' }, 'Bo'],
      [{ kind: 'state', state: 'done' }, 'Bo'],
    ]);
  });

  it('is somebody’s, and found by that', async () => {
    const { id } = await conversation('Mine or yours?');
    expect(idsOf(await inbox.conversations('&assignee=nobody'))).toContain(id);
    expect((await inbox.call('PATCH', `/api/conversations/${id}`, { assigneeId: bo.id })).body.conversation.assigneeId).toBe(bo.id);
    expect(idsOf((await bo.get('/api/conversations?assignee=me')).body.conversations)).toEqual([id]);
    expect(idsOf(await inbox.conversations(`&assignee=${bo.id}`))).toEqual([id]);
    expect(idsOf(await inbox.conversations('&assignee=nobody'))).not.toContain(id);
    expect((await bo.get('/api/conversations/counts')).body).toMatchObject({ mine: 1 });
    expect((await inbox.call('PATCH', `/api/conversations/${id}`, { assigneeId: 'somebody else' })).status).toBe(400);
    await inbox.call('PATCH', `/api/conversations/${id}`, { assigneeId: null });
    expect((await bo.get('/api/conversations/counts')).body).toMatchObject({ mine: 0 });
    expect((await inbox.messages(id)).flatMap(({ event }) => event ?? [])).toEqual([
      { kind: 'assigned', agentId: bo.id, agentName: 'Bo' },
      { kind: 'assigned', agentId: null, agentName: '' },
    ]);
  });

  it('has notes, which nobody outside sees, once each', async () => {
    const { id } = await conversation('Secret?');
    const note = { id: randomUUID(), text: 'Called them.\nThey are angry.' };
    const sent = inbox.service.sent.length;
    const first = await bo.post(`/api/conversations/${id}/notes`, note);
    expect([first.status, first.body.message]).toMatchObject([
      201,
      { direction: 'note', note: note.text, authorName: 'Bo', status: 'noted' },
    ]);
    expect((await bo.post(`/api/conversations/${id}/notes`, note)).status).toBe(200);
    expect(await inbox.messages(id)).toHaveLength(2);
    expect(inbox.service.sent).toHaveLength(sent);
    expect((await bo.post(`/api/conversations/${id}/notes`, { id: randomUUID(), text: ' ' })).status).toBe(400);
    expect((await bo.post(`/api/conversations/${id}/notes`, { id: randomUUID(), text: 'a'.repeat(10_001) })).status).toBe(400);
  });

  it('becomes part of another one, there and at the service', async () => {
    const first = await conversation('From the first');
    const second = await conversation('From the second', 'RCS');
    await inbox.call('PATCH', `/api/conversations/${second.id}`, { name: 'Chloé' });
    const merged = await inbox.post(`/api/conversations/${first.id}/merge`, { otherId: second.id });
    expect(merged.body.conversation).toMatchObject({ id: first.id, name: 'Chloé', unread: 2 });
    expect(merged.body.conversation.addresses).toHaveLength(2);
    expect((await inbox.get(`/api/conversations/${second.id}`)).status).toBe(404);
    expect((await inbox.messages(first.id)).map(({ summary, event }) => event ?? summary)).toEqual([
      'From the first',
      'From the second',
      { kind: 'merged', name: 'Chloé' },
    ]);
    const [into, from] = [first.who.contact, second.who.contact].sort();
    await vi.waitUntil(() => inbox.service.sent.some(({ path }) => path.endsWith(`/contacts/${into}:merge`)), { timeout: 30_000 });
    expect(inbox.service.sent.at(-1)?.body).toMatchObject({ source_id: from });
    // a late callback of the other contact
    await inbox.callback(inbound(second.who, 'LATE', text('Still me'), 5));
    expect((await inbox.messages(first.id)).at(-1)?.summary).not.toBe('From the first');
    expect(await inbox.conversations(`&q=${second.who.identity}`)).toHaveLength(1);
    expect((await inbox.post(`/api/conversations/${first.id}/merge`, { otherId: first.id })).status).toBe(400);
    expect((await inbox.post(`/api/conversations/${first.id}/merge`, { otherId: 'nobody' })).status).toBe(404);
  });
});

describe('the search', () => {
  it('finds names, addresses however they are written, and words in messages and notes', async () => {
    const { id } = await conversation('Is the Ærøskøbing ferry late? Покажите расписание, أين العبّارة');
    await inbox.call('PATCH', `/api/conversations/${id}`, { name: 'Søren 100%_\\' });
    await bo.post(`/api/conversations/${id}/notes`, { id: randomUUID(), text: 'Prefers mornings' });
    const digits = (await inbox.get(`/api/conversations/${id}`)).body.conversation.channelIdentity.slice(1) as string;
    const spaced = `+${digits.slice(0, 2)} ${digits.slice(2, 5)}-${digits.slice(5)}`;
    for (const q of ['søren', '100%_\\', digits, spaced, 'ærøsk', 'ferry late', 'late ferry', 'распис', 'العبّارة', 'morn']) {
      expect([q, idsOf(await inbox.conversations(`&q=${encodeURIComponent(q)}`))]).toEqual([q, [id]]);
    }
    for (const q of ['erry', 'ferry early', '100__', "' OR true --", 'late & !ferry:* |', '\u202e', '(']) {
      expect([q, idsOf(await inbox.conversations(`&q=${encodeURIComponent(q)}`))]).not.toEqual([q, expect.arrayContaining(['x'])]);
    }
    expect(await inbox.conversations(`&q=${encodeURIComponent('ferry early')}`)).toEqual([]);
  });
});

describe('the list', () => {
  it('goes on without an end, and keeps its place while new messages come', async () => {
    const many = await startHarness();
    for (let n = 0; n < 25; n += 1) {
      await many.callback(
        inbound({ channel: n % 2 ? 'SMS' : 'RCS', identity: `467120000${String(n).padStart(2, '0')}` }, `M${n}`, text(`m ${n}`), n),
      );
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { conversations, next }: ConversationPage = (await many.get(`/api/conversations?limit=10&cursor=${cursor}`)).body;
      seen.push(...conversations.map(({ last }) => last?.summary ?? ''));
      cursor = next;
      // somebody writes in between
      await many.callback(inbound({ channel: 'SMS', identity: `46713${seen.length}00000` }, `NEW${seen.length}`, text('new'), 59));
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `m ${24 - n}`));
    expect(await many.conversations('&channel=RCS')).toHaveLength(13);
    expect(await many.conversations('&unread=true')).toHaveLength(28);
    const [{ id } = { id: '' }] = await many.conversations('&q=m 24');
    const [message] = await many.messages(id);
    await many.post(`/api/conversations/${id}/read`, { messageId: message?.id });
    expect(await many.conversations('&unread=true')).toHaveLength(27);
    expect((await many.get('/api/conversations/counts')).body).toEqual({ open: 28, waiting: 0, done: 0, mine: 0, nobodys: 28, unread: 27 });
    await many.close();
  });

  it('counts no further than a hundred unread messages', async () => {
    const { id, who } = await conversation('0');
    for (let n = 1; n < 103; n += 1) await inbox.callback(inbound(who, `MANY${n}`, text(String(n)), n % 60));
    expect((await inbox.get(`/api/conversations/${id}`)).body.conversation.unread).toBe(100);
  });
});

describe('saved replies', () => {
  it('are the team’s, with a shortcut of their own', async () => {
    const made = await bo.post('/api/saved-replies', { shortcut: 'thanks', text: 'Thank you, {contact.name}!' });
    expect([made.status, made.body.savedReply]).toMatchObject([201, { shortcut: 'thanks', authorId: bo.id }]);
    const { id } = made.body.savedReply;
    expect((await inbox.get('/api/saved-replies')).body.savedReplies).toMatchObject([{ id, text: 'Thank you, {contact.name}!' }]);
    expect((await inbox.post('/api/saved-replies', { shortcut: 'thanks', text: 'x' })).status).toBe(409);
    expect((await inbox.post('/api/saved-replies', { shortcut: 'two words', text: 'x' })).status).toBe(400);
    expect((await bo.call('PUT', `/api/saved-replies/${id}`, { shortcut: 'thx', text: 'Thanks!' })).body.savedReply).toMatchObject({
      shortcut: 'thx',
    });
    const cleo = await inbox.person('Cleo');
    expect((await cleo.call('DELETE', `/api/saved-replies/${id}`)).status).toBe(403);
    expect((await inbox.call('DELETE', `/api/saved-replies/${id}`)).status).toBe(204);
    expect((await inbox.call('DELETE', `/api/saved-replies/${id}`)).status).toBe(404);
  });

  it('have their placeholders filled in, once, and leave other brackets alone', () => {
    const values = { 'contact.name': '{agent.name}', 'contact.address': '+46', 'agent.name': 'Bo' };
    expect(fillPlaceholders('{contact.name}: {agent.name}, {contact.address} {constructor} {x} {}', values)).toBe(
      '{agent.name}: Bo, +46 {constructor} {x} {}',
    );
  });
});
