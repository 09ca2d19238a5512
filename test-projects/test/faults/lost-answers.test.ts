import { setTimeout as wait } from 'node:timers/promises';
import { findSentMessage } from '@convapi/client';
import { isDeliveryUnknownError, type SendMessageRequest } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { startWorld } from './start-world.ts';

/** A world whose first send meets `fault`; everything else passes. */
function startWith(fault: Fault) {
  return startWorld({ choose: (key, nth) => (key === 'order-1' && nth === 0 ? fault : 'pass') });
}

function order(app_id: string, extra: Partial<SendMessageRequest> = {}): SendMessageRequest {
  const recipient = { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: '46700000001' }] } };
  return { app_id, recipient, message: { text_message: { text: 'Order' } }, message_metadata: 'order-1', ...extra };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a send that was taken and whose answer cannot be read', () => {
  test.each(['reset-in-answer', 'truncate-json'] as const)(
    'is a DeliveryUnknownError after %s, not one that reads like a failure',
    async (fault) => {
      const world = await startWith(fault);
      const error = await failure(world.connect().messages.send(order(await world.app())));
      expect(isDeliveryUnknownError(error), String(error)).toBe(true);
    },
  );

  test.each(['reset-in-answer', 'truncate-json'] as const)('is looked up in the mode reconcile after %s', async (fault) => {
    const world = await startWith(fault);
    const client = world.connect({ retry: { sends: 'reconcile' } });
    const { message_id } = await client.messages.send(order(await world.app()));
    expect(message_id).toBe(world.emulator.control.messages()[0]?.message_id);
  });

  test('is not sent again after a 2xx whose body stalls, also at least once', async () => {
    const world = await startWith('stall-in-answer');
    await failure(world.connect({ retry: { sends: 'at-least-once' } }).messages.send(order(await world.app())));
    await world.emulator.control.idle();
    expect(world.emulator.control.messages()).toHaveLength(1);
  });
});

describe('a look-up by correlation_id', () => {
  const { message_metadata: _, ...plain } = order('');

  test('says that it cannot tell when another message went to the same conversation', async () => {
    const world = await startWorld();
    const app_id = await world.app();
    const sentAtMs = Date.now();
    await world.direct.messages.send({ ...plain, app_id, correlation_id: 'order-1' });
    await world.direct.messages.send({ ...plain, app_id });
    const looking = findSentMessage(world.direct, { app_id, correlation_id: 'order-1', sentAtMs });
    await expect(looking).rejects.toThrow(/other messages went to the same conversation since. Use message_metadata/);
  });

  test('does not double a message when the conversation has got another correlation_id meanwhile', async () => {
    const world = await startWorld({ choose: (key, nth) => (nth === 0 && !key.startsWith('/') ? 'drop-answer' : 'pass') });
    const app_id = await world.app();
    // Waited for once, before the look-up: the time in which another message goes to the same contact.
    const sleep = async () => void (await world.direct.messages.send({ ...plain, app_id, correlation_id: 'order-2' }));
    const client = world.connect({ retry: { sends: 'reconcile' }, sleep });
    await failure(client.messages.send({ ...plain, app_id, correlation_id: 'order-1' }));
    await world.emulator.control.idle();
    expect(world.emulator.control.messages()).toHaveLength(2);
  });
});

describe('the deadline of a call', () => {
  test('covers the look-ups of the mode reconcile and the waits before them', async () => {
    const world = await startWith('drop-answer');
    const deadlineMs = 100;
    const client = world.connect({
      deadlineMs,
      retry: { sends: 'reconcile' },
      sleep: (_, signal) => wait(2 * deadlineMs, undefined, signal ? { signal } : {}),
    });
    await expect(client.messages.send(order(await world.app()))).rejects.toThrow();
  });
});
