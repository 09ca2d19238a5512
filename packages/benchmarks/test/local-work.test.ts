import { describe, expect, it } from 'vitest';
import { BUILDER_NAMES, loadBuilder } from '../src/builders/load-builder.ts';
import { bundleSize } from '../src/suites/bundle.ts';
import { CONSUMERS, consumersFor } from '../src/suites/consumers.ts';
import { callbackBody } from '../src/verifiers/callback-body.ts';
import { loadVerifier, VERIFIER_NAMES } from '../src/verifiers/load-verifier.ts';

describe.each(VERIFIER_NAMES)('verifying with %s', (name) => {
  it('takes a callback and gives its parsed body', async () => {
    const verifier = await loadVerifier(name);
    const body = callbackBody(1_024);
    const event = await verifier.verify(await verifier.sign(body));
    expect(event).toMatchObject(JSON.parse(body));
  });

  it('refuses a body that was changed on the way', async () => {
    const verifier = await loadVerifier(name);
    const delivery = await verifier.sign(callbackBody(1_024));
    await expect((async () => verifier.verify({ ...delivery, body: callbackBody(1_025) }))()).rejects.toThrow();
  });
});

describe('callback bodies', () => {
  it.each([1_024, 16_384])('have %i bytes', (bytes) => {
    expect(Buffer.byteLength(callbackBody(bytes))).toBe(bytes);
  });
});

describe('builders', () => {
  it('build the same card as the literal', async () => {
    const [ours, literal] = await Promise.all(['convapi', 'object literal'].map(loadBuilder));
    expect(ours?.(17)).toEqual(literal?.(17));
  });

  it.each(BUILDER_NAMES)('%s puts in what it was given', async (name) => {
    const card = JSON.stringify((await loadBuilder(name))(17));
    for (const part of ['Order 17', 'On its way.', 'https://example.com/order-17.jpg', 'track-17', 'cancel-17'])
      expect(card).toContain(part);
  });
});

describe('bundles', () => {
  it('has a program for every subject of every task', () => {
    for (const task of ['send', 'verify', 'card'] as const) {
      expect(consumersFor(task).map(({ subject }) => subject)).toEqual(Object.keys(CONSUMERS[task]));
    }
  });

  it('measures our programs for no platform in particular', async () => {
    for (const task of ['send', 'verify', 'card'] as const) {
      const [ours] = consumersFor(task);
      expect(await bundleSize(ours?.path ?? '', true)).toBeGreaterThan(100);
    }
  });

  it('refuses to bundle what needs Node for no platform in particular', async () => {
    const undici = consumersFor('send').find(({ subject }) => subject === 'undici by hand');
    await expect(bundleSize(undici?.path ?? '', true)).rejects.toThrow();
  });
});
