import { afterEach, expect, it, vi } from 'vitest';
import { inbound, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const running: Harness[] = [];
afterEach(async () => {
  for (const inbox of running.splice(0)) await inbox.close();
});

async function start() {
  const inbox = await startHarness();
  running.push(inbox);
  const response = await inbox.fetch('/api/events');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let seen = '';
  const readUntil = async (words: string) => {
    while (!seen.includes(words)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended before ${words}: ${seen}`);
      seen += decoder.decode(value, { stream: true });
    }
    return seen;
  };
  return { inbox, response, reader, readUntil };
}

it('tells every page that listens of a new message', async () => {
  const { inbox, response, readUntil } = await start();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  await readUntil('retry: 2000');
  await inbox.callback(inbound({ channel: 'SMS', identity: '46706000001' }, 'LIVE1', text('Hello')));
  const { id } = await inbox.conversationWith('46706000001');
  expect(await readUntil('\n\nevent')).toContain('retry');
  expect(await readUntil(id)).toContain(`event: conversation\ndata: {"conversationId":"${id}"}\n\n`);
});

it('tells who types, but not those who do, and that the contact does', async () => {
  const { inbox, readUntil } = await start();
  const who = { channel: 'RCS', identity: '46706000009' };
  await inbox.callback(inbound(who, 'LIVE9', text('Hello')));
  const { id } = await inbox.conversationWith('46706000009');
  const bo = await inbox.person('Bo');
  expect((await inbox.post(`/api/conversations/${id}/typing`, {})).status).toBe(204);
  expect((await bo.post(`/api/conversations/${id}/typing`, {})).status).toBe(204);
  await inbox.callback({ event: { ...inbound(who, 'TYPES', {}).message, contact_event: { composing_event: {} } } });
  const seen = await readUntil('"agentId":null');
  const typing = [...seen.matchAll(/event: typing\ndata: (.*)\n/g)].map(([, data]) => JSON.parse(data ?? ''));
  expect(typing).toEqual([
    { conversationId: id, agentId: bo.id, name: 'Bo' },
    { conversationId: id, agentId: null, name: '46706000009' },
  ]);
});

it('goes on for others when one page is gone', async () => {
  const { inbox, reader, readUntil } = await start();
  const gone = new AbortController();
  const other = await inbox.fetch('/api/events', { signal: gone.signal });
  expect(other.status).toBe(200);
  gone.abort();
  expect(await inbox.callback(inbound({ channel: 'SMS', identity: '46706000002' }, 'LIVE2', text('Hello')))).toBe(200);
  expect(await readUntil('event: conversation')).toContain('conversationId');
  await reader.cancel();
  expect(await inbox.callback(inbound({ channel: 'SMS', identity: '46706000002' }, 'LIVE3', text('Hello')))).toBe(200);
});

it('does not keep the inbox from closing', async () => {
  const { inbox, reader, readUntil } = await start();
  await readUntil('retry');
  await inbox.close();
  running.length = 0;
  await expect(
    reader.read().then(
      ({ done }) => done || undefined,
      () => true,
    ),
  ).resolves.toBe(true);
});
