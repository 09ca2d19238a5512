import { findSentMessage } from '@convapi/client';
import { isApiError, isConvapiError, isDeliveryUnknownError, type SendMessageRequest } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import type { Fault } from './faults/faults.ts';
import { startWorld, type World } from './faults/start-world.ts';

const KEY = 'order-17';

function order(app_id: string, extra: Partial<SendMessageRequest> = {}): SendMessageRequest {
  const recipient = { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: '46700000017' }] } };
  return { app_id, recipient, message: { text_message: { text: 'Order 17' } }, ...extra };
}

/** A world that deals out these faults to the sends, one after the other, and then none. */
function startWith(...faults: Fault[]): Promise<World> {
  return startWorld({ choose: (key, nth) => (key.startsWith('/') ? 'pass' : (faults[nth] ?? 'pass')) });
}

async function there({ emulator, proxy }: World): Promise<string[]> {
  await proxy.settled();
  await emulator.control.idle();
  return emulator.control.messages().map(({ message_id }) => message_id);
}

const failure = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => {
      throw new Error('the call should have failed');
    },
    (error: Error) => error,
  );

const RECONCILE = { retry: { sends: 'reconcile' } } as const;
const NO_STORAGE = /in DISPATCH mode with retention 0 the service keeps no messages\. Set dispatch_retention_policy/;
const KEEPS_A_DAY = {
  processing_mode: 'DISPATCH',
  dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 },
} as const;

describe('findSentMessage', () => {
  test('finds a message by its message_metadata', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    const sentAtMs = Date.now();
    const { message_id } = await direct.messages.send(order(app_id, { message_metadata: KEY }));
    await direct.messages.send(order(app_id, { message_metadata: 'order-18' }));
    const found = await findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs });
    expect(found).toMatchObject({ id: message_id, metadata: KEY, direction: 'TO_CONTACT' });
  });

  test('finds a message by its correlation_id', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    const sentAtMs = Date.now();
    const { message_id } = await direct.messages.send(order(app_id, { correlation_id: KEY }));
    expect((await findSentMessage(direct, { app_id, correlation_id: KEY, sentAtMs }))?.id).toBe(message_id);
  });

  test('goes by message_metadata when both are given', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    const sentAtMs = Date.now();
    await direct.messages.send(order(app_id, { message_metadata: 'order-18', correlation_id: KEY }));
    expect(await findSentMessage(direct, { app_id, message_metadata: KEY, correlation_id: KEY, sentAtMs })).toBeUndefined();
  });

  test.each(['message_metadata', 'correlation_id'])('says nothing when no message has the %s', async (field) => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    await direct.messages.send(order(app_id, { [field]: 'order-18' }));
    expect(await findSentMessage(direct, { app_id, [field]: KEY, sentAtMs: Date.now() })).toBeUndefined();
  });

  test('looks at no other app', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    await direct.messages.send(order(await app(), { message_metadata: KEY }));
    expect(await findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs: Date.now() })).toBeUndefined();
  });

  test.each([-3_600_000, -90_000, 90_000, 300_000, 3_600_000])('finds it though the clock of the sender is %i ms off', async (offMs) => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    const { message_id } = await direct.messages.send(order(app_id, { message_metadata: KEY }));
    const found = await findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs: Date.now() + offMs });
    expect(found?.id).toBe(message_id);
  });

  test('goes back from the newest message by the time since the send and an hour, of the time of the service', async () => {
    const { direct, app, emulator } = await startWorld();
    const app_id = await app();
    await direct.messages.send(order(app_id, { message_metadata: KEY }));
    await emulator.control.advance(3 * 3_600_000);
    await direct.messages.send(order(app_id, { message_metadata: 'order-18' }));
    const found = (hours: number) => findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs: Date.now() - hours * 3_600_000 });
    expect(await found(1)).toBeUndefined();
    expect(await found(2.5)).toBeDefined();
  });

  test('walks over as many pages as there are', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app();
    const sentAtMs = Date.now();
    const { message_id } = await direct.messages.send(order(app_id, { message_metadata: KEY }));
    await Promise.all(Array.from({ length: 250 }, () => direct.messages.send(order(app_id, { message_metadata: 'order-18' }))));
    expect((await findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs }))?.id).toBe(message_id);
  });

  test('finds a message in DISPATCH mode when the app keeps it for a day', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app(KEEPS_A_DAY);
    const sentAtMs = Date.now();
    const { message_id } = await direct.messages.send(order(app_id, { message_metadata: KEY }));
    expect((await findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs }))?.id).toBe(message_id);
  });

  test('finds a message that was dispatched by an app in CONVERSATION mode', async () => {
    const { direct, app } = await startWorld();
    const app_id = await app({ ...KEEPS_A_DAY, processing_mode: 'CONVERSATION' });
    const sentAtMs = Date.now();
    const processing_strategy = 'DISPATCH_ONLY';
    const { message_id } = await direct.messages.send(order(app_id, { message_metadata: KEY, processing_strategy }));
    expect((await findSentMessage(direct, { app_id, message_metadata: KEY, processing_strategy, sentAtMs }))?.id).toBe(message_id);
  });

  test.each([
    ['an app in DISPATCH mode', { processing_mode: 'DISPATCH' }, {}],
    ['a message that an app in CONVERSATION mode dispatched', {}, { processing_strategy: 'DISPATCH_ONLY' }],
  ] as const)('says plainly that nothing is kept of %s', async (_, settings, query) => {
    const { direct, app } = await startWorld();
    const app_id = await app(settings);
    const error = await failure(findSentMessage(direct, { app_id, message_metadata: KEY, sentAtMs: Date.now(), ...query }));
    expect(isConvapiError(error)).toBe(true);
    expect(error.message).toMatch(NO_STORAGE);
  });

  test('says plainly that DISPATCH mode has no conversations to find a correlation_id in', async () => {
    const { direct, app } = await startWorld();
    const error = await failure(findSentMessage(direct, { app_id: await app(KEEPS_A_DAY), correlation_id: KEY, sentAtMs: Date.now() }));
    expect(error.message).toMatch(/in DISPATCH mode there are no conversations .+ Use message_metadata/);
  });

  test.each([{}, { message_metadata: '', correlation_id: '' }])('says plainly that there is nothing to look for in %j', async (query) => {
    const { direct, app } = await startWorld();
    const error = await failure(findSentMessage(direct, { app_id: await app(), sentAtMs: Date.now(), ...query }));
    expect(error.message).toMatch(/it has neither message_metadata nor correlation_id\. Give each message a value of its own/);
  });

  test('an app that does not exist is the 404 that it is', async () => {
    const { direct } = await startWorld();
    const query = { app_id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', message_metadata: KEY, sentAtMs: Date.now() };
    expect(await failure(findSentMessage(direct, query))).toMatchObject({ name: 'ApiError', status: 404 });
  });
});

describe('a send in the mode reconcile', () => {
  test.each(['drop-answer', 'delay-beyond', 'hold-beyond', '500-after', 'stall-in-answer'] as const)(
    'that was taken, and whose answer met %s, is found and not sent again',
    async (fault) => {
      const world = await startWith(fault);
      const sent = await world
        .connect(RECONCILE)
        .messages.send(order(await world.app(), { message_metadata: KEY }))
        .withResponse();
      expect(await there(world)).toEqual([sent.data.message_id]);
      expect(sent.response.status).toBe(200);
      expect(Date.parse(sent.data.accepted_time ?? '')).not.toBeNaN();
      expect(world.proxy.passages.get(KEY)).toMatchObject({ arrived: 1, taken: 1 });
    },
  );

  test.each(['drop-request', 'reset-request'] as const)('that was lost to %s is absent, and sent again exactly once', async (fault) => {
    const world = await startWith(fault);
    const { message_id } = await world.connect(RECONCILE).messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(await there(world)).toEqual([message_id]);
    expect(world.proxy.passages.get(KEY)).toMatchObject({ arrived: 2, taken: 1 });
  });

  test.each([['+46 70 000 00 02'], ['46-70-0000003'], ['(46) 70.000.00.04']])(
    'is found however the address is spelled: %s',
    async (identity) => {
      const world = await startWith('drop-answer');
      const recipient = { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity }] } };
      const request = order(await world.app(), { message_metadata: KEY, recipient });
      const { message_id } = await world.connect(RECONCILE).messages.send(request);
      expect(await there(world)).toEqual([message_id]);
    },
  );

  test.each([-3_600_000, 90_000, 300_000, 86_400_000])('is found though the clock of this machine is %i ms off', async (offMs) => {
    const world = await startWith('drop-answer');
    const client = world.connect({ ...RECONCILE, now: () => Date.now() + offMs });
    const { message_id } = await client.messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(await there(world)).toEqual([message_id]);
  });

  test('is found though its contact was merged into another meanwhile', async () => {
    const world = await startWith('drop-answer');
    const app_id = await world.app();
    const [one, other] = await Promise.all(
      ['46700000021', '46700000022'].map((identity) =>
        world.direct.contacts.create({ channel_identities: [{ channel: 'SMS', identity }], language: 'EN_US' }),
      ),
    );
    let merged = false;
    const sleep = async () => {
      if (!merged) await world.direct.contacts.merge(other?.id ?? '', { source_id: one?.id ?? '' });
      merged = true;
    };
    const request = order(app_id, { message_metadata: KEY, recipient: { contact_id: one?.id ?? '' } });
    const { message_id } = await world.connect({ ...RECONCILE, sleep }).messages.send(request);
    expect(await there(world)).toEqual([message_id]);
  });

  test('that was lost, and then taken without an answer, is found at the second look', async () => {
    const world = await startWith('drop-request', 'drop-answer');
    const { message_id } = await world.connect(RECONCILE).messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(await there(world)).toEqual([message_id]);
    expect(world.proxy.passages.get(KEY)).toMatchObject({ arrived: 2, taken: 1 });
  });

  test('is found by its correlation_id too', async () => {
    const world = await startWith('drop-answer');
    const { message_id } = await world.connect(RECONCILE).messages.send(order(await world.app(), { correlation_id: KEY }));
    expect(await there(world)).toEqual([message_id]);
  });

  test('is found in DISPATCH mode when the app keeps its messages for a day', async () => {
    const world = await startWith('drop-answer');
    const { message_id } = await world.connect(RECONCILE).messages.send(order(await world.app(KEEPS_A_DAY), { message_metadata: KEY }));
    expect(await there(world)).toEqual([message_id]);
  });

  test.each(['429', '503'] as const)('is tried again after %s without being looked up', async (fault) => {
    const world = await startWith(fault);
    await world.connect(RECONCILE).messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(await there(world)).toHaveLength(1);
    expect(world.proxy.counts.others.size).toBe(0);
  });

  test.each([
    ['the service keeps nothing', { processing_mode: 'DISPATCH' }, { message_metadata: KEY }, NO_STORAGE],
    ['it has neither metadata nor correlation id', {}, {}, /neither message_metadata nor correlation_id/],
  ] as const)('stays unknown, and is not sent again, when %s', async (_, settings, extra, reason) => {
    const world = await startWith('drop-answer');
    const error = await failure(world.connect(RECONCILE).messages.send(order(await world.app(settings), extra)));
    expect(isDeliveryUnknownError(error)).toBe(true);
    expect(error).toMatchObject({ operation: 'messages.send', cause: { name: 'ConnectionError' } });
    expect(error.message).toMatch(/whether it was taken is unknown/);
    expect(error.message).toMatch(reason);
    expect(await there(world)).toHaveLength(1);
  });

  test('stays unknown, and is not sent again, when the look-up fails', async () => {
    const world = await startWorld({ choose: (key) => (key.startsWith('/') ? '503' : 'drop-request') });
    const error = await failure(world.connect(RECONCILE).messages.send(order(await world.app(), { message_metadata: KEY })));
    expect(isDeliveryUnknownError(error)).toBe(true);
    expect(error.message).toMatch(/503 on apps\.get/);
    expect(world.proxy.passages.get(KEY)).toMatchObject({ arrived: 1 });
  });

  test('gives up when it is lost every time, after as many further attempts as were allowed', async () => {
    const world = await startWorld({ choose: (key) => (key.startsWith('/') ? 'pass' : 'drop-request') });
    const client = world.connect({ retry: { sends: 'reconcile', maxRetries: 2 } });
    const error = await failure(client.messages.send(order(await world.app(), { message_metadata: KEY })));
    expect(isDeliveryUnknownError(error)).toBe(true);
    expect(world.proxy.passages.get(KEY)).toMatchObject({ arrived: 3, taken: 0 });
    expect(await there(world)).toEqual([]);
  });

  test('a refusal is the error that it is', async () => {
    const world = await startWith();
    const error = await failure(world.connect(RECONCILE).messages.send(order('01ARZ3NDEKTSV4RRFFQ69G5FAV', { message_metadata: KEY })));
    expect(isApiError(error) && error.status).toBe(404);
  });

  test('waits a second before it looks, then twice as long each time', async () => {
    const world = await startWith('drop-request', 'drop-request', 'drop-request');
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    await world.connect({ ...RECONCILE, sleep }).messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  test('ends with the signal of the caller while it waits to look', async () => {
    const world = await startWith('drop-answer');
    const app_id = await world.app();
    const controller = new AbortController();
    const sleep = async (_: number, signal?: AbortSignal) => {
      controller.abort(new Error('changed my mind'));
      signal?.throwIfAborted();
    };
    const send = world
      .connect({ ...RECONCILE, sleep })
      .messages.send(order(app_id, { message_metadata: KEY }), { signal: controller.signal });
    await expect(send).rejects.toThrow('changed my mind');
  });

  test('can be chosen for one call', async () => {
    const world = await startWith('drop-answer');
    const { message_id } = await world.connect().messages.send(order(await world.app(), { message_metadata: KEY }), RECONCILE);
    expect(await there(world)).toEqual([message_id]);
  });

  test('is doubled by what holds it back for longer than the look-up waits, and nobody could know', async () => {
    const world = await startWith('hold-beyond');
    const client = world.connect({ ...RECONCILE, sleep: async () => {} });
    await client.messages.send(order(await world.app(), { message_metadata: KEY }));
    expect(await there(world)).toHaveLength(2);
  });
});
