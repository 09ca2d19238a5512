import { expect, test } from 'vitest';
import { chooseFault, FAULTS, type Fault } from './faults.ts';
import { startWorld } from './start-world.ts';

/** What a plain client sees of each fault, and how often the service gets the send. */
const EXPECTED: Record<Fault, [seen: RegExp, taken: number]> = {
  pass: [/^200 .+}$/, 1],
  'drop-request': [/fetch failed/, 0],
  'reset-request': [/fetch failed/, 0],
  'drop-answer': [/fetch failed/, 1],
  'reset-in-answer': [/^200, then /, 1],
  'stall-in-answer': [/^200, then /, 1],
  'truncate-json': [/^200 \{"[^}]+$/, 1],
  delay: [/^200 .+}$/, 1],
  'delay-beyond': [/timeout/, 1],
  'hold-beyond': [/timeout/, 1],
  '429': [/^429 .+RESOURCE_EXHAUSTED/, 0],
  '429-retry-after': [/^429 after 1 .+RESOURCE_EXHAUSTED/, 0],
  '503': [/^503 .+UNAVAILABLE/, 0],
  '500-after': [/^500 .+INTERNAL/, 1],
  '503-after': [/^503 upstream connect error/, 1],
  '401': [/^401 .+UNAUTHENTICATED/, 0],
  duplicate: [/^200 .+}$/, 2],
};

test.each(FAULTS)('%s does what it says', async (fault) => {
  const { emulator, proxy, app } = await startWorld({ choose: () => fault });
  const authorization = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;
  const body = {
    app_id: await app(),
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } },
    message: { text_message: { text: 'Order' } },
    message_metadata: 'order-1',
  };
  const seen = await look(
    fetch(`${proxy.url}/v1/projects/${emulator.projectId}/messages:send`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(fault.endsWith('-beyond') ? 200 : 5_000),
    }),
  );
  await proxy.settled();
  await emulator.control.idle();
  const [expected, taken] = EXPECTED[fault];
  expect(seen).toMatch(expected);
  expect(emulator.control.messages()).toHaveLength(taken);
  expect(proxy.passages.get('order-1')).toEqual({ arrived: 1, taken, duplicated: Math.max(0, taken - 1) });
});

async function look(call: Promise<Response>): Promise<string> {
  try {
    const response = await call;
    const retryAfter = response.headers.get('retry-after');
    const text = await response.text().catch((error: Error) => error);
    if (text instanceof Error) return `${response.status}, then ${text.message}`;
    return `${response.status} ${retryAfter === null ? '' : `after ${retryAfter} `}${text}`;
  } catch (error) {
    return String(error);
  }
}

test('a message meets 401 once', async () => {
  const { connect, app, proxy, emulator } = await startWorld({ choose: (key) => (key.startsWith('/') ? 'pass' : '401') });
  const recipient = { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: '46700000001' }] } };
  const message = { text_message: { text: 'Order' } };
  await connect().messages.send({ app_id: await app(), recipient, message, message_metadata: 'order-1' });
  expect(proxy.passages.get('order-1')).toEqual({ arrived: 2, taken: 1, duplicated: 0 });
  expect(emulator.control.messages()).toHaveLength(1);
});

test('a seed gives the same faults again, another seed others, and every fault comes', () => {
  const draw = (seed: number) => Array.from({ length: 2_000 }, (_, number) => chooseFault(seed, `order-${number}`, 0));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1))).toEqual(new Set(FAULTS));
  const faulty = draw(1).filter((fault) => fault !== 'pass').length / 2_000;
  expect(Math.abs(faulty - 0.4)).toBeLessThan(0.05);
});
