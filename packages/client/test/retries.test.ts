import { isConnectionError, isDeliveryUnknownError, isTimeoutError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import type { ConversationClientOptions } from '../src/index.ts';
import { json, type Respond, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hello' } } };
const sent = json({ message_id: '01MESSAGE' });
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
    ['Retry-After as a date', json({}, 503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT' }), 20_000],
    ['Retry-After in the past', json({}, 503, { 'retry-after': 'Thu, 01 Jan 2025 00:00:00 GMT' }), 0],
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
  test.each([429, 503])('is tried again after %i: the service did not take it', async (status) => {
    const { client, requests } = await startWith([json({}, status), sent]);
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

  test.each([408, 500, 502, 504])('is not tried again after %i: nobody knows whether it was taken', async (status) => {
    const { client, requests } = await startWith([json({}, status), sent]);
    const error = await failure(client.messages.send(message));
    expect(isDeliveryUnknownError(error)).toBe(true);
    expect(error).toMatchObject({ operation: 'messages.send', cause: { name: 'ApiError', status } });
    expect((error as Error).message).toMatch(/whether it was taken is unknown \(ApiError\). Look it up before sending it again/);
    expect(error).toMatchObject({ taken: false });
    expect(requests).toHaveLength(1);
  });

  test('is not tried again when the connection is lost after the request left', async () => {
    const { client, requests } = await startWith([drop, sent]);
    const error = await failure(client.messages.send(message));
    expect(isDeliveryUnknownError(error) && isConnectionError(error.cause)).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test('is not tried again after a timeout', async () => {
    const { client, requests } = await startWith([() => {}, sent]);
    const error = await failure(client.messages.send(message, { timeoutMs: 30 }));
    expect(isDeliveryUnknownError(error) && isTimeoutError(error.cause)).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test.each<[string, Respond]>([
    ['is not JSON', (_, response) => response.writeHead(200).end('<html>')],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '99' });
        response.write('{"message_id":');
        setImmediate(() => response.socket?.destroy());
      },
    ],
    [
      'never ends',
      (_, response) => {
        response.writeHead(200, { 'content-length': '99' });
        response.write('{"message_id":');
      },
    ],
  ])('a 2xx whose body %s was taken: that is reported, in every mode, and never sent again', async (_, answer) => {
    for (const sends of ['at-most-once', 'at-least-once'] as const) {
      const { client, requests } = await startWith([answer, sent], { retry: { sends } });
      const error = await failure(client.messages.send(message, { timeoutMs: 100 }));
      expect(error).toMatchObject({ name: 'DeliveryUnknownError', taken: true });
      expect((error as Error).message).toMatch(/was taken, but its answer was lost/);
      expect(requests).toHaveLength(1);
    }
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
