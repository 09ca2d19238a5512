import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookHandler, type WebhookHandler } from '../../src/index.ts';
import { INBOUND, NOW, sign, verifierAt } from '../helpers.ts';
import { earlyExpressSetups, expressSetups } from './setups/express.ts';
import { earlyFastifySetups, fastifySetups } from './setups/fastify.ts';
import { earlyFetchSetups, fetchSetups } from './setups/fetch.ts';
import { earlyLambdaSetups, lambdaSetups } from './setups/lambda.ts';
import { earlyNestSetups, nestSetups } from './setups/nest.ts';
import { type Answer, type Call, type Case, type EarlySetup, LIMIT, type Receiver, type Setup } from './setups/setup.ts';

const SETUPS: Setup[] = [...fetchSetups, ...expressSetups, ...fastifySetups, ...nestSetups, ...lambdaSetups];
const EARLY_SETUPS: EarlySetup[] = [
  ...earlyFetchSetups,
  ...earlyExpressSetups,
  ...earlyFastifySetups,
  ...earlyNestSetups,
  ...earlyLambdaSetups,
];

/** Ways to write one and the same callback. Writing it anew in another way breaks the signature of each. */
const FORMS: { name: string; body: string; contentType?: string; isChunked?: boolean }[] = [
  { name: 'compact JSON', body: JSON.stringify(JSON.parse(INBOUND)), contentType: 'application/json' },
  {
    name: 'indented JSON with accents, an emoji and a line break at the end',
    body: `${JSON.stringify({ ...JSON.parse(INBOUND), message_metadata: 'é 日本 🎉' }, null, 2)}\r\n`,
    contentType: 'application/json; charset=utf-8',
  },
  {
    name: 'JSON with escapes and a number that ends in .0, as text',
    body: `{"message":{},"message_metadata":"\\u00e9\\/","extra":1.0,"extra":1.0}`,
    contentType: 'text/plain',
  },
  { name: 'JSON without a content type', body: JSON.stringify(JSON.parse(INBOUND)) },
  { name: 'JSON in chunks', body: INBOUND, contentType: 'application/json', isChunked: true },
];

const EXPECTED: Record<Case, Answer> = {
  valid: { status: 200 },
  tampered: { status: 401, reason: 'signature_mismatch' },
  stale: { status: 401, reason: 'timestamp_out_of_tolerance' },
  replayed: { status: 200, reason: 'replayed' },
  'too large': { status: 413, reason: 'body_too_large' },
  'not JSON': { status: 400, reason: 'malformed_body' },
  unsigned: { status: 401, reason: 'missing_header' },
  'wrong method': { status: 405, reason: 'method_not_allowed' },
};
const CASES = Object.keys(EXPECTED) as Case[];
const HANDLED: Case[] = ['valid', 'replayed'];

let seen: string[];
let errors: unknown[];
let handler: WebhookHandler;
let receiver: Receiver | undefined;

beforeEach(() => {
  [seen, errors] = [[], []];
  handler = createWebhookHandler(verifierAt({ maxBodyBytes: LIMIT }), { default: (event) => void seen.push(event.trigger) });
});

afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});

async function start(setup: Setup): Promise<Receiver> {
  receiver = await setup.start(handler, (error) => void errors.push(error));
  return receiver;
}

async function callOf(form: (typeof FORMS)[number], body = form.body, timestamp = NOW): Promise<Call> {
  const type = form.contentType ? { 'content-type': form.contentType } : {};
  return { method: 'POST', headers: { ...(await sign(body, { timestamp })), ...type }, body, isChunked: form.isChunked ?? false };
}

async function callsOf(kind: Case, form: (typeof FORMS)[number]): Promise<Call[]> {
  const valid = await callOf(form);
  const type = form.contentType ? { 'content-type': form.contentType } : {};
  const calls: Record<Case, () => Call[] | Promise<Call[]>> = {
    valid: () => [valid],
    tampered: () => [{ ...valid, body: valid.body.replace('message', 'messagf') }],
    stale: async () => [await callOf(form, form.body, NOW - 301)],
    replayed: () => [valid, valid],
    'too large': async () => [await callOf(form, JSON.stringify({ message: {}, message_metadata: 'x'.repeat(LIMIT) }))],
    'not JSON': async () => [await callOf(form, 'hello')],
    unsigned: () => [{ ...valid, headers: type }],
    'wrong method': () => [{ ...valid, method: 'PUT' }],
  };
  return calls[kind]();
}

describe.each(SETUPS)('$name', (setup) => {
  describe.each(FORMS)('given $name', (form) => {
    it.each(CASES)('answers rightly when it is %s', async (kind) => {
      const { send } = await start(setup);
      let answer: Answer | undefined;
      for (const call of await callsOf(kind, form)) answer = await send(call);
      const isOwn = setup.own?.contentTypes?.includes(form.contentType ?? 'none') ?? true;
      expect(answer).toEqual((isOwn && setup.own?.answers[kind]) || EXPECTED[kind]);
      expect(seen).toEqual(HANDLED.includes(kind) ? ['MESSAGE_INBOUND'] : []);
      expect(errors).toEqual([]);
    });
  });
});

describe.each(EARLY_SETUPS)('$name', (setup) => {
  it.each(FORMS)('says so, and nothing is handled, given $name', async (form) => {
    const { send } = await start(setup);
    const answer = await send(await callOf(form));
    const type = form.contentType ?? 'none';
    const isParsed = setup.parses?.includes(type) ?? true;
    expect(answer).toEqual(isParsed ? { status: 400, reason: 'body_already_parsed' } : (setup.others?.[type] ?? EXPECTED.valid));
    expect(seen).toEqual(answer.status === 200 ? ['MESSAGE_INBOUND'] : []);
  });

  it('tells the developer how to mend it', async () => {
    const refused: unknown[] = [];
    handler = createWebhookHandler(verifierAt(), {}, { onRefused: (error) => void refused.push(error) });
    const { send } = await start(setup);
    await send(await callOf(FORMS[0] as (typeof FORMS)[number]));
    const message = expect.stringMatching(new RegExp(`^\\[@convapi/webhook-verifier\\] .*${setup.fix.replace(/[.(){}]/g, '\\$&')}`));
    expect([...refused, ...errors]).toEqual([expect.objectContaining({ reason: 'body_already_parsed', message })]);
  });
});
