import { isConnectionError, isDeliveryUnknownError, isTimeoutError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import type { ConversationClientOptions } from '../src/index.ts';
import { json, type Respond, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hello' } } };
const sent = json({ message_id: '01MESSAGE' });
/** The service itself says that it cannot take it now. */
const unavailable = (headers: Record<string, string> = {}) =>
  json({ error: { code: 503, status: 'UNAVAILABLE', message: 'later' } }, 503, headers);
const drop: Respond = (_, response) => void response.socket?.destroy();

/** A client with retries whose waits take no time and are written down, on a server that answers from a list. */
async function startWith(answers: Respond[], options: Partial<ConversationClientOptions> = {}) {
  const waits: number[] = [];
  const api = await startApi((request, response, count) => answers[Math.min(count, answers.length) - 1]?.(request, response, count));
  const sleep = async (ms: number) => void waits.push(ms);
  const client = api.connect({ retry: {}, random: () => 0.5, sleep, now: () => Date.parse('2026-01-01T00:00:00Z'), ...options });
  return { ...api, client, waits };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a read', () => {
  test.each([408, 429, 500, 502, 503, 504, 599])('is tried again after %i', async (status) => {
    const { client, requests } = await startWith([json({}, status), json({ id: '01' })]);
    expect(await client.apps.get('01')).toEqual({ id: '01' });
    expect(requests).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 413, 422, 501])('is not tried again after %i', async (status) => {
    const { client, requests } = await startWith([json({}, status)]);
    expect(await failure(client.apps.get('01'))).toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  test('is tried again after a lost connection, also in the middle of the answer', async () => {
    const broken: Respond = (_, response) => {
      response.writeHead(200, { 'content-length': '99' });
      response.write('{');
      setImmediate(() => response.socket?.destroy());
    };
    const cut: Respond = (_, response) => response.end('{"id":');
    const { client, requests } = await startWith([drop, broken, cut, json({ id: '01' })]);
    expect(await client.apps.get('01')).toEqual({ id: '01' });
    expect(requests).toHaveLength(4);
  });

  test('is tried again after a timeout, each attempt with a time limit of its own', async () => {
    const { client, requests } = await startWith([() => {}, json({ id: '01' })]);
    expect(await client.apps.get('01', { timeoutMs: 50 })).toEqual({ id: '01' });
    expect(requests).toHaveLength(2);
  });

  test('is also a POST that changes nothing', async () => {
    const { client, requests } = await startWith([json({}, 500), json({ messages: [] })]);
    await client.messages.fetchLast({ channel_identities: ['46700000000'] });
    expect(requests).toHaveLength(2);
  });

  test('gives up after three further attempts, with the last error', async () => {
    const { client, requests, waits } = await startWith([
      json({}, 500),
      json({}, 503),
      json({}, 502),
      json({ error: { message: 'last' } }, 500),
    ]);
    expect(((await failure(client.apps.get('01'))) as Error).message).toContain('last');
    expect(requests).toHaveLength(4);
    expect(waits).toEqual([250, 500, 1_000]);
  });
});

describe('waiting', () => {
  test('has full jitter below a ceiling that doubles and is capped', async () => {
    const { client, waits } = await startWith([json({}, 500)], { retry: { maxRetries: 8, maxDelayMs: 5_000 }, random: () => 0.999 });
    await failure(client.apps.get('01'));
    expect(waits.map(Math.round)).toEqual([500, 999, 1998, 3996, 4995, 4995, 4995, 4995]);
  });

  test.each<[string, Respond, number]>([
    ['Retry-After in seconds', json({}, 429, { 'retry-after': '7' }), 7_000],
    [
      'Retry-After as a date',
      unavailable({ 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT', date: 'Thu, 01 Jan 2026 00:00:00 GMT' }),
      20_000,
    ],
    ['Retry-After in the past', unavailable({ 'retry-after': 'Thu, 01 Jan 2025 00:00:00 GMT' }), 250],
    ['Retry-After of no seconds, which from everybody would be a storm', json({}, 429, { 'retry-after': '0' }), 250],
    ['no Retry-After that is no time', json({}, 429, { 'retry-after': '-5' }), 250],
    ['no list of times', json({}, 429, { 'retry-after': '5, 5' }), 250],
    ['no RetryInfo below zero', json({ error: { details: [{ retry_delay: '-5s' }] } }, 429), 250],
    ['RetryInfo', json({ error: { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retry_delay: '1.5s' }] } }, 429), 1_500],
  ])('obeys %s', async (_, answer, expected) => {
    const { client, waits } = await startWith([answer, sent]);
    await client.messages.send(message);
    expect(waits).toEqual([expected]);
  });

  test('a service that asks for longer than the limit is not waited for, and the error says how long', async () => {
    const { client, waits, requests } = await startWith([json({}, 429, { 'retry-after': '3600' })]);
    expect(await failure(client.apps.get('01'))).toMatchObject({ status: 429, retryAfterMs: 3_600_000 });
    expect([waits, requests.length]).toEqual([[], 1]);
  });

  test('ends at once with the signal of the caller', async () => {
    const controller = new AbortController();
    const { connect, requests } = await startWith([json({}, 500)]);
    const client = connect({ retry: { maxRetries: 5 }, random: () => 1, hooks: { onRetry: () => controller.abort(new Error('enough')) } });
    await expect(client.apps.get('01', { signal: controller.signal })).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  test('ends at the deadline of the call, all attempts and waits together', async () => {
    const { connect } = await startWith([json({}, 500)]);
    const client = connect({ retry: { maxRetries: 50 }, random: () => 1 });
    const error = await failure(client.apps.get('01', { deadlineMs: 60 }));
    expect(isTimeoutError(error) && error.timeoutMs).toBe(60);
    expect((error as Error).message).toMatch(/Raise `deadlineMs`/);
  });
});

describe('a send, at most once', () => {
  test.each<[string, Respond]>([
    ['429', json({}, 429)],
    ['503 of the service itself', unavailable()],
  ])('is tried again after %s: the service did not take it', async (_, answer) => {
    const { client, requests } = await startWith([answer, sent]);
    expect((await client.messages.send(message)).message_id).toBe('01MESSAGE');
    expect(requests.map(({ body }) => body)).toEqual([message, message]);
  });

  test('is tried again when the request never left', async () => {
    let dead = true;
    const { client } = await startWith([sent], {
      transport: async (request) => {
        if (dead) {
          dead = false;
          const { ConnectionError } = await import('@convapi/core');
          throw new ConnectionError('refused', { requestLeft: false });
        }
        request.left = true;
        return { status: 200, ok: true, headers: { get: () => null }, text: async () => '{"message_id":"01MESSAGE"}' };
      },
    });
    expect((await client.messages.send(message)).message_id).toBe('01MESSAGE');
  });

  const gateway: Respond = (_, response) => void response.writeHead(503).end('upstream connect error or disconnect/reset before headers');
  test.each<[number, string, Respond]>([
    ...[408, 500, 502, 504].map((status) => [status, 'of anybody', json({}, status)] as [number, string, Respond]),
    [503, 'of a proxy, which gives one after it has passed the request on, too', gateway],
    [503, 'of JSON that is not the service’s', json({ code: 503, message: 'upstream connect error' }, 503)],
  ])('is not tried again after %i %s: nobody knows whether it was taken', async (status, _, answer) => {
    const { client, requests } = await startWith([answer, sent]);
    const error = await failure(client.messages.send(message));
    expect(isDeliveryUnknownError(error)).toBe(true);
    expect(error).toMatchObject({ operation: 'messages.send', cause: { name: 'ApiError', status } });
    expect((error as Error).message).toMatch(/whether it was taken is unknown \(ApiError \d+\). Look it up before sending it again/);
    expect(error).toMatchObject({ taken: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  test('is not tried again when the connection is lost after the request left', async () => {
    const { client, requests } = await startWith([drop, sent]);
    const error = await failure(client.messages.send(message));
    expect(isDeliveryUnknownError(error) && isConnectionError(error.cause)).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test('that the deadline of the call ends in flight has an unknown outcome', async () => {
    const { client, requests } = await startWith([() => {}, sent]);
    const error = await failure(client.messages.send(message, { deadlineMs: 40 }));
    expect(error).toMatchObject({ name: 'DeliveryUnknownError', taken: 'unknown', cause: { name: 'TimeoutError', timeoutMs: 40 } });
    expect(requests).toHaveLength(1);
  });

  test('that the deadline ends while it waits after a refusal was not taken', async () => {
    const { connect } = await startApi(json({}, 429));
    const client = connect({ retry: { maxRetries: 50 }, random: () => 1 });
    expect(await failure(client.messages.send(message, { deadlineMs: 40 }))).toMatchObject({ name: 'TimeoutError', requestLeft: false });
  });

  test('is not tried again after a timeout', async () => {
    const { client, requests } = await startWith([() => {}, sent]);
    const error = await failure(client.messages.send(message, { timeoutMs: 30 }));
    expect(isDeliveryUnknownError(error) && isTimeoutError(error.cause)).toBe(true);
    expect(requests).toHaveLength(1);
  });

  const ours = { 'content-type': 'application/json' };
  test.each<[string, Respond]>([
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { ...ours, 'content-length': '99' });
        response.write('{"message_id":');
        setImmediate(() => response.socket?.destroy());
      },
    ],
    ['was cut', (_, response) => response.writeHead(200, ours).end('{"message_id":')],
    [
      'never ends',
      (_, response) => {
        response.writeHead(200, { ...ours, 'content-length': '99' });
        response.write('{"message_id":');
      },
    ],
  ])('a 2xx of the service whose body %s was taken: that is reported, in every mode, and never sent again', async (_, answer) => {
    for (const sends of ['at-most-once', 'at-least-once'] as const) {
      const { client, requests } = await startWith([answer, sent], { retry: { sends } });
      const error = await failure(client.messages.send(message, { timeoutMs: 100 }));
      expect(error).toMatchObject({ name: 'DeliveryUnknownError', taken: 'yes' });
      expect((error as Error).message).toMatch(/was taken, but its answer was lost/);
      expect(requests).toHaveLength(1);
    }
  });

  test.each<[string, Respond]>([
    ['is a sign-in page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['is empty', (_, response) => response.writeHead(200, ours).end()],
    ['is null', json(null)],
  ])('a 2xx whose body %s says nothing: whether it was taken is unknown', async (_, answer) => {
    const { client, requests } = await startWith([answer, sent]);
    expect(await failure(client.messages.send(message))).toMatchObject({ name: 'DeliveryUnknownError', taken: 'unknown' });
    expect(requests).toHaveLength(1);
    const { client: atLeastOnce } = await startWith([answer, sent], { retry: { sends: 'at-least-once' } });
    expect((await atLeastOnce.messages.send(message)).message_id).toBe('01MESSAGE');
  });

  test.each([400, 401, 403, 404, 501])('a %i is the error that it is', async (status) => {
    const { client, requests } = await startWith([json({}, status)]);
    expect(await failure(client.messages.send(message))).toMatchObject({ name: 'ApiError', status });
    expect(requests).toHaveLength(1);
  });

  test('the same holds for events and batches', async () => {
    const { client } = await startWith([json({}, 500)]);
    const { message: _, ...rest } = message;
    expect(isDeliveryUnknownError(await failure(client.events.send({ ...rest, event: { composing_event: {} } })))).toBe(true);
    const batch = { app_id: '01', message: message.message, recipient_and_params: [{ recipient: message.recipient }] };
    expect(isDeliveryUnknownError(await failure(client.batch.send(batch)))).toBe(true);
  });

  test('other writes keep their own error, and are not repeated either', async () => {
    const { client, requests } = await startWith([json({}, 500)]);
    expect(await failure(client.contacts.merge('01', { source_id: '02' }))).toMatchObject({ name: 'ApiError', status: 500 });
    expect(requests).toHaveLength(1);
  });
});

describe('a send, at least once', () => {
  test('is tried again after an unknown outcome too', async () => {
    const { client, requests } = await startWith([json({}, 500), drop, sent], { retry: { sends: 'at-least-once' } });
    expect((await client.messages.send(message)).message_id).toBe('01MESSAGE');
    expect(requests).toHaveLength(3);
  });

  test('can be chosen for one call', async () => {
    const { client } = await startWith([json({}, 500), sent]);
    expect((await client.messages.send(message, { retry: { sends: 'at-least-once' } })).message_id).toBe('01MESSAGE');
  });

  test('when it gives up after an attempt that may have been taken, that is still unknown', async () => {
    const { client } = await startWith([json({}, 500), json({}, 429)], { retry: { maxRetries: 1, sends: 'at-least-once' } });
    expect(isDeliveryUnknownError(await failure(client.messages.send(message)))).toBe(true);
  });
});

describe('no retries', () => {
  test.each<[string, ConversationClientOptions['retry']]>([
    ['retry: false', false],
    ['maxRetries: 0', { maxRetries: 0 }],
  ])('%s means one attempt', async (_, retry) => {
    const { client, requests } = await startWith([json({}, 503)], { retry });
    await failure(client.apps.get('01'));
    expect(requests).toHaveLength(1);
  });

  test('can be chosen for one call', async () => {
    const { client, requests } = await startWith([json({}, 503)]);
    await failure(client.apps.get('01', { retry: false }));
    expect(requests).toHaveLength(1);
  });
});

describe('options', () => {
  test.each<[unknown, RegExp]>([
    [{ maxRetries: -1 }, /retry.maxRetries is -1/],
    [{ maxDelayMs: Number.NaN }, /retry.maxDelayMs is null/],
    [{ sends: 'twice' }, /retry.sends is "twice". Pass at-most-once, at-least-once or reconcile/],
  ])('%# are checked at once, and the bad one is named', async (retry, expected) => {
    const { connect } = await startApi();
    expect(() => connect({ retry } as never)).toThrow(expected);
  });
});
