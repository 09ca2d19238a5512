import { isConvapiError, isDeliveryUnknownError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import * as entry from '../src/lean.ts';
import { createLeanClient, type LeanClientOptions, MESSAGES_SEND, MESSAGES_UPDATE_METADATA } from '../src/lean.ts';
import { json, type Respond, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hej då 👋' } } };
const metadata = { metadata: 'm' };
const rows = Object.entries(entry).filter((named): named is [string, string] => typeof named[1] === 'string');
type Methods = Record<string, (...values: unknown[]) => Promise<unknown>>;

/** A lean client on a server that answers from a list; its waits take no time and are written down. */
async function startLean(answers: Respond[] = [json({})], options: Partial<LeanClientOptions> = {}) {
  const waits: number[] = [];
  const api = await startApi((request, response, count) => answers[Math.min(count, answers.length) - 1]?.(request, response, count));
  const settings: LeanClientOptions = {
    projectId: 'project',
    region: 'eu',
    auth: { headers: async () => ({ authorization: 'Bearer token' }) },
    baseUrl: api.baseUrl,
    random: () => 0.5,
    sleep: async (ms) => void waits.push(ms),
    now: () => 0,
    ...options,
  };
  return { ...api, settings, waits, lean: createLeanClient(settings, { send: MESSAGES_SEND, update: MESSAGES_UPDATE_METADATA }) };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the rows', () => {
  test('are one for each of the 63 operations, named after its method', () => {
    expect(rows).toHaveLength(63);
    for (const [name, row] of rows) {
      const method = row.split(' ', 1)[0] ?? '';
      expect(name).toBe(method.replace('.', '_').replace(/[A-Z]/g, '_$&').toUpperCase());
    }
  });

  // Five values: enough for every path, body, query and options there is.
  test.each(rows)('%s makes the same request as the whole client, or refuses the same', async (_, row) => {
    const { client, requests, settings } = await startLean();
    const [resource = '', method = ''] = row.split(' ', 1)[0]?.split('.') ?? [];
    const whole = (client as unknown as Record<string, Methods>)[resource]?.[method];
    const { method: lean } = createLeanClient(settings, { method: row }) as Methods;
    for (const values of [
      ['a', 'b', 'c', 'd', 'e'].map((id) => `${id}/../?x=1&é %2e`),
      ['01A', { metadata: 'm', page_size: 2, ids: ['+46', 'a&b'] }, { page_token: 'a+b/c==', none: null }, {}, {}],
      ['..'],
    ]) {
      requests.splice(0);
      const outcomes = [await failure(Promise.resolve(whole?.(...values))), await failure(Promise.resolve(lean?.(...values)))];
      expect(String(outcomes[1])).toBe(String(outcomes[0]));
      if (requests.length > 0) {
        expect(requests).toHaveLength(2);
        expect(requests[1]).toEqual(requests[0]);
      }
    }
  });
});

describe('a method of a lean client', () => {
  test('sends the body with credentials, and answers with the data', async () => {
    const { lean, requests } = await startLean([json({ message_id: '01MESSAGE' })]);
    expect(await lean.send(message, { headers: { traceparent: '00-1' } })).toEqual({ message_id: '01MESSAGE' });
    expect(requests[0]).toMatchObject({ method: 'POST', target: '/v1/projects/project/messages:send', body: message });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer token', 'content-type': 'application/json', traceparent: '00-1' });
  });

  test('takes path parameters first, then the body, then the query', async () => {
    const { lean, requests } = await startLean([json({ id: '01' })]);
    await lean.update('01', { metadata: 'm' }, { messages_source: 'DISPATCH_SOURCE' });
    expect(requests[0]?.target).toBe('/v1/projects/project/messages/01?messages_source=DISPATCH_SOURCE');
  });

  test.each(['.', '..', '', undefined])('refuses %j as a path value before anything is sent', async (id) => {
    const { lean, requests } = await startLean();
    expect(String(await failure(lean.update(id as string, metadata)))).toMatch(/message_id is .*Pass the id/);
    expect(requests).toHaveLength(0);
  });

  test('tries again what was not taken, after the time that the service asks for, else with jitter', async () => {
    const { lean, requests, waits } = await startLean([
      json({}, 429, { 'retry-after': '7' }),
      json({}, 503),
      json({ message_id: '01MESSAGE' }),
    ]);
    expect(await lean.send(message)).toEqual({ message_id: '01MESSAGE' });
    expect([requests.length, waits]).toEqual([3, [7_000, 500]]);
  });

  test('does not send twice what may have been taken, unless told to', async () => {
    const { lean, requests } = await startLean([json({}, 500), json({ message_id: '01MESSAGE' })]);
    expect(isDeliveryUnknownError(await failure(lean.send(message)))).toBe(true);
    expect(requests).toHaveLength(1);
    requests.splice(0);
    const again = await startLean([json({}, 500), json({ message_id: '01MESSAGE' })], { retry: { sends: 'at-least-once' } });
    expect(await again.lean.send(message)).toEqual({ message_id: '01MESSAGE' });
    expect(again.requests).toHaveLength(2);
  });

  test('gives up after as many attempts as the call says, else the client, else three more', async () => {
    for (const [client, call, attempts] of [
      [undefined, undefined, 4],
      [{ maxRetries: 1 }, undefined, 2],
      [{ maxRetries: 1 }, { maxRetries: 0 }, 1],
      [{ maxRetries: 1 }, false, 1],
      [false, undefined, 1],
      [{ maxRetries: undefined }, { maxRetries: undefined }, 4],
    ] as const) {
      const { lean, requests } = await startLean([json({}, 503)], { retry: client });
      expect(await failure(lean.send(message, { retry: call }))).toMatchObject({ status: 503 });
      expect(requests).toHaveLength(attempts);
    }
  });

  test('is repeated once when a token is refused and the authenticator has another', async () => {
    const tokens = ['old', 'new'];
    const auth = { headers: async () => ({ authorization: `Bearer ${tokens[0]}` }), refused: async () => Boolean(tokens.shift()) };
    const { lean, requests } = await startLean([json({}, 401), json({ message_id: '01MESSAGE' })], { auth });
    expect(await lean.send(message)).toEqual({ message_id: '01MESSAGE' });
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  test('fails with an ApiError that says what to do', async () => {
    const { lean } = await startLean([json({ error: { status: 'NOT_FOUND', message: 'App not found' } }, 404)]);
    const error = await failure(lean.update('01', metadata));
    expect(error).toMatchObject({ name: 'ApiError', status: 404, code: 'NOT_FOUND', operation: 'messages.updateMetadata' });
    expect(String(error)).toContain('Is it in another region than "eu"?');
  });

  test('ends in time, and with the signal of the caller', async () => {
    const { lean } = await startLean([() => {}], { timeoutMs: 30, retry: { maxRetries: 0 } });
    expect(await failure(lean.update('01', metadata))).toMatchObject({ name: 'TimeoutError', timeoutMs: 30 });
    expect(await failure(lean.update('01', metadata, {}, { timeoutMs: 20 }))).toMatchObject({ timeoutMs: 20 });
    const signal = AbortSignal.abort(new Error('enough'));
    expect(String(await failure(lean.send(message, { signal })))).toBe('Error: enough');
  });

  test('goes through the fetch that was given', async () => {
    const seen: string[] = [];
    const fetch = async (input: RequestInfo | URL) => {
      seen.push(String(input));
      return Response.json({ message_id: 'own' });
    };
    const { settings } = await startLean();
    for (const baseUrl of [undefined, 'http://127.0.0.1:1/'])
      await createLeanClient({ ...settings, baseUrl, fetch }, { send: MESSAGES_SEND }).send(message);
    expect(seen).toEqual([
      'https://eu.conversation.api.sinch.com/v1/projects/project/messages:send',
      'http://127.0.0.1:1/v1/projects/project/messages:send',
    ]);
  });
});

describe('a lean client', () => {
  test.each([
    ['projectId', { projectId: '' }],
    ['region', { region: 'uk' }],
    ['auth', { auth: undefined }],
  ])('names %s when it is missing or wrong', async (name, wrong) => {
    const { settings } = await startLean();
    const make = () => createLeanClient({ ...settings, ...wrong } as LeanClientOptions, { send: MESSAGES_SEND });
    expect(make).toThrow(new RegExp(`^\\[@convapi/client\\] ${name} `));
    expect(make).toThrow(expect.toSatisfy(isConvapiError));
  });

  test('has the methods that are named, and no others', async () => {
    const { lean } = await startLean();
    expect(Object.keys(lean)).toEqual(['send', 'update']);
  });
});
