import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { createCaller } from './call.ts';
import { type Known, populate } from './populate.ts';
import { hostile, hostileBody, spoil } from './spoil.ts';

/** Requests for each path; the same number as for the API. */
const RUNS = Number(process.env.CONVAPI_CONTRACT_RUNS ?? 15) * 2;

let emulator: Emulator;
let caller: ReturnType<typeof createCaller>;
let known: Known;

beforeAll(async () => {
  emulator = await startEmulator({ rateLimits: { requestsPerSecond: 0 }, webhooks: { retryDelaysMs: [] } });
  caller = createCaller(emulator);
  known = await populate(emulator);
});
afterAll(async () => {
  caller.close();
  await emulator.close();
});

const channel = fc.constantFrom('SMS', 'RCS', 'WHATSAPP', 'MESSENGER', 'VIBERBM', 'NONE');
const identity = fc.constantFrom('46700000001', '+46 70-000 00 01', 'someone', '');
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const actions = fc.oneof(
  fc.record({ text }),
  fc.record({ tap: text }),
  fc.record({ tap: fc.record({ title: text, postback: text, message_id: text }, { requiredKeys: [] }) }),
  fc.record({ location: fc.record({ latitude: fc.double(), longitude: fc.double() }) }),
  fc.record({ media: fc.record({ url: fc.webUrl() }) }),
  fc.constant({ read: true }),
  fc.record({ typing: fc.boolean() }),
  fc.record({ opt_out: fc.boolean() }),
  fc.record({ name: text }),
  fc.record({ message: fc.jsonValue({ maxDepth: 2 }) }),
);

/** What may be asked of the emulator itself, by method and path. */
const BODIES: Record<string, fc.Arbitrary<unknown>> = {
  'POST /_emulator/inbound': fc
    .tuple(fc.record({ channel, identity }), actions)
    .map(([to, action]) => ({ ...to, app_id: known.app, ...action })),
  'PUT /_emulator/channels/SMS': fc.record(
    { status: fc.constantFrom('FAILED', 'READ', 'NONE'), reason: text, identity },
    { requiredKeys: ['status'] },
  ),
  'POST /_emulator/clock': fc.record({ advance_ms: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.double()) }),
  'POST /_emulator/wait': fc.record(
    { trigger: text, timeout_ms: fc.integer({ min: 0, max: 3 }), after: fc.oneof(fc.integer(), fc.double()) },
    { requiredKeys: ['trigger', 'timeout_ms'] },
  ),
  'POST /_emulator/callbacks/resend': fc.record({ state: fc.constantFrom('dropped', 'refused', 'pending') }, { requiredKeys: [] }),
  'POST /_emulator/callbacks/none/resend': fc.record({ to: fc.oneof(fc.webUrl(), text) }, { requiredKeys: [] }),
  'POST /_emulator/webhooks/none/test': fc.record({ trigger: fc.oneof(fc.constantFrom('OPT_IN', 'NONE'), text) }),
  'POST /_emulator/keys': fc.record({ name: text }, { requiredKeys: [] }),
  'POST /_emulator/session': fc.record({ token: text }),
  'POST /_emulator/media': fc.constant({}),
  'POST /_emulator/faults': fc.record({ match: fc.object({ maxDepth: 1 }), effect: fc.object({ maxDepth: 1 }) }),
  'POST /_emulator/idle': fc.constant({}),
  'PUT /_emulator/snapshot': fc.constant(0).map(() => emulator.control.snapshot()),
};

test.each(Object.keys(BODIES))(
  '%s answers whatever comes, and never breaks',
  async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const valid = BODIES[route] ?? fc.constant({});
    const body = fc.oneof(
      valid.map((one) => JSON.stringify(one)),
      spoil(valid).map((one) => JSON.stringify(one) ?? ''),
      hostile.map((one) => JSON.stringify(one) ?? ''),
      hostileBody,
    );
    const property = fc.asyncProperty(body, async (sent) => {
      const request = { method, path, query: [], body: withShortWait(route, sent), contentType: 'application/json', isValid: false };
      const { status, headers, text: said } = await caller.send(request);
      const shown = `${route} ${sent.slice(0, 300)} answered ${status} ${said.slice(0, 300)}`;
      expect(status, shown).toBeLessThan(500);
      expect(headers['content-type'], shown).toBe('application/json');
      if (status !== 200)
        expect(JSON.parse(said), shown).toMatchObject({ emulator_error: { kind: expect.any(String), message: expect.any(String) } });
    });
    await fc.assert(property, { numRuns: RUNS });
    emulator.control.removeFaults();
    known = await populate(emulator);
  },
  120_000,
);

/** A wait that nobody limits would take its five seconds. */
function withShortWait(route: string, body: string): string {
  return route.endsWith('/wait') && !body.includes('timeout_ms') ? '{"timeout_ms":1}' : body;
}
