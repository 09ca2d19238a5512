import { randomBytes, randomUUID } from 'node:crypto';
import { signWebhook } from '@convapi/webhook-verifier';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { delivery, inbound, submit, text } from './callbacks.ts';
import { APP_ID, type Harness, postCallback, SECRET, startHarness } from './harness.ts';

vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

/** Random, because an index takes long values that can be compressed. */
const LONG = randomBytes(4_000).toString('hex');
/** Lists in each other, as text: to write them from an object would overflow the stack here. */
const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const ANNA = { channel: 'SMS', identity: '46709000001' };

describe('a callback that the database does not take', () => {
  it.each([
    ['id of a message', inbound(ANNA, LONG, text('Hello'))],
    ['address', inbound({ ...ANNA, identity: LONG }, 'REFUSED1', text('Hello'))],
    ['contact', inbound({ ...ANNA, contact: LONG }, 'REFUSED2', text('Hello'))],
    ['channel', inbound({ ...ANNA, channel: LONG }, 'REFUSED3', text('Hello'))],
    ['id of a sent message', submit(ANNA, LONG, text('Hello'))],
    ['id in a report', delivery(ANNA, LONG, 'DELIVERED', 1)],
    ['status in a report', delivery(ANNA, 'REFUSED4', LONG, 1)],
    ['time of a report', { ...delivery(ANNA, 'REFUSED5', 'READ', 1), event_time: LONG }],
    ['date after all dates', dated('+275760-09-13T00:00:00.000Z')],
    ['date before all dates', dated('-271821-04-20T00:00:00.000Z')],
    ['contact that was made', { contact_create_notification: { contact: { id: LONG } } }],
    ['address that is not supported', { unsupported_callback: { id: LONG, payload: '{}', channel_identity: ANNA } }],
  ])('is answered with 400 and a reason, so that it does not come again: %s', async (_, payload) => {
    const response = await postCallback(inbox.url, payload, SECRET);
    expect([response.status, await response.json()]).toEqual([400, { reason: 'data_refused', message: expect.any(String) }]);
    expect(inbox.callbacks.at(-1)).toMatchObject({ outcome: 'refused', reason: 'data_refused' });
    expect(await inbox.callback(inbound(ANNA, `GOOD${inbox.callbacks.length}`, text('Still here')))).toBe(200);
  });

  it('is answered so when it is nested too deeply to be kept', async () => {
    const { message } = inbound(ANNA, 'REFUSED7', text('Hello'));
    const body = JSON.stringify({ app_id: APP_ID, message: { ...message, contact_message: 'DEEP' } }).replace('"DEEP"', DEEP);
    const headers = { ...(await signWebhook({ body, secret: SECRET })), 'content-type': 'application/json' };
    const response = await fetch(`${inbox.url}/webhook`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toEqual([400, { reason: 'data_refused', message: 'it is nested too deeply' }]);
  });

  function dated(acceptTime: string) {
    const { message } = inbound(ANNA, 'REFUSED6', text('Hello'));
    return { message: { ...message, accept_time: acceptTime } };
  }
});

describe('a request of the page that the database does not take', () => {
  it.each([
    ['GET', '/api/conversations/%00'],
    ['GET', '/api/conversations/a%00b/messages'],
    ['POST', '/api/conversations/%00/messages'],
    ['POST', '/api/conversations/%00/read'],
    ['POST', '/api/conversations/%00/messages/x/again'],
    ['GET', '/api/conversations/ID/messages?before=%00'],
    ['POST', '/api/conversations/ID/messages/%00/again'],
    ['GET', '/api/conversations?assignee=%00'],
    ['GET', '/api/conversations?channel=%00'],
    ['GET', '/api/conversations?state=lost'],
    ['GET', '/api/conversations?limit=0'],
    ['GET', '/api/conversations?limit=1e3'],
    ['GET', '/api/conversations?cursor=xyz'],
    ['GET', `/api/conversations?q=${'a'.repeat(201)}`],
    ['PATCH', '/api/conversations/ID'],
  ])('is answered with 400: %s %s', async (method, path) => {
    await inbox.callback(inbound(ANNA, 'ONE', text('Hello')));
    const { id } = await inbox.conversationWith(ANNA.identity);
    const body = JSON.stringify({ id: randomUUID(), message: text('a'), state: 'lost' });
    const init = method === 'GET' ? {} : { method, headers: { 'content-type': 'application/json' }, body };
    const response = await inbox.fetch(path.replace('ID', id), init);
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('is answered with an error of its own when a message is nested too deeply', async () => {
    await inbox.callback(inbound(ANNA, 'ONE', text('Hello')));
    const { id } = await inbox.conversationWith(ANNA.identity);
    const body = `{"id":"${randomUUID()}","message":{"text_message":${DEEP}}}`;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const response = await inbox.fetch(`/api/conversations/${id}/messages`, init);
    expect([400, 422]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([`/api/conversations/${LONG.slice(0, 6_000)}`, '/api/conversations/%ff/messages'])('is not there: %.30s', async (path) => {
    expect((await inbox.fetch(path)).status).toBe(404);
  });
});
