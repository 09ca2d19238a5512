import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toExpressHandler } from '../src/express-node.ts';
import { createWebhookHandler, isWebhookVerificationError, type RawBody, signWebhook, type WebhookHeaders } from '../src/index.ts';
import { toLambdaHandler } from '../src/lambda.ts';
import { isRehearsalError, rehearse } from '../src/rehearse/index.ts';
import { INBOUND, reasonOf, SECRET, sign, signedRequest, verifierAt } from './helpers.ts';

/** Runs code in a realm of its own, where every built-in class is another one. */
const elsewhere = <T>(code: string, globals: object = {}): T => runInContext(code, createContext({ ...globals })) as T;

const bytesElsewhere = elsewhere<Uint8Array>('Uint8Array.from(bytes)', { bytes: [...Buffer.from(INBOUND)] });

it('the objects of these tests are of another realm', () => {
  expect(bytesElsewhere instanceof Uint8Array).toBe(false);
  expect(elsewhere('new Error("x")') instanceof Error).toBe(false);
});

describe('from another realm', () => {
  const bodies: [string, RawBody][] = [
    ['a Uint8Array', bytesElsewhere],
    ['an ArrayBuffer', elsewhere('Uint8Array.from(bytes).buffer', { bytes: [...Buffer.from(INBOUND)] })],
    ['a DataView', elsewhere('new DataView(Uint8Array.from(bytes).buffer)', { bytes: [...Buffer.from(INBOUND)] })],
  ];

  it.each(bodies)('%s is verified, and signed', async (_name, body) => {
    expect((await verifierAt().verify(body, await signWebhook({ body, secret: SECRET, now: () => 1_767_323_045_000 }))).trigger).toBe(
      'MESSAGE_INBOUND',
    );
  });

  it('an object made by a parser is refused as such', async () => {
    const parsed = elsewhere<never>(`JSON.parse(${JSON.stringify(INBOUND)})`);
    expect(await reasonOf(verifierAt().verify(parsed, await sign(INBOUND)))).toBe('body_already_parsed');
  });

  it('headers and lists of secrets are taken', async () => {
    const headers = elsewhere<WebhookHeaders>(`(${JSON.stringify(await sign(INBOUND))})`);
    const secrets = elsewhere<string[]>(`['other', ${JSON.stringify(SECRET)}]`);
    expect((await verifierAt({ secrets }).verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
    expect((await verifierAt({ secrets: () => secrets }).verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });

  /** What a library of its own, or another realm, passes for a Request: the same fields, no class in common. */
  const requestElsewhere = async () =>
    elsewhere<Request>(
      `({
        url: 'https://example.com/callbacks',
        method: 'POST',
        bodyUsed: false,
        headers: { get: (name) => headers[name] ?? null },
        body: (async function* () { yield Uint8Array.from(bytes) })(),
      })`,
      { headers: { ...(await sign(INBOUND)) }, bytes: [...Buffer.from(INBOUND)] },
    );

  it('a request is verified and handled', async () => {
    expect((await verifierAt().verify(await requestElsewhere())).trigger).toBe('MESSAGE_INBOUND');
    const seen: string[] = [];
    const handler = createWebhookHandler(verifierAt(), { default: (event) => void seen.push(event.trigger) });
    expect((await handler(await requestElsewhere())).status).toBe(200);
    expect(seen).toEqual(['MESSAGE_INBOUND']);
  });

  it('bytes that a framework kept are found', async () => {
    const seen: string[] = [];
    const handler = createWebhookHandler(verifierAt({ replayGuard: false }), { default: (event) => void seen.push(event.trigger) });
    for (const kept of [{ rawBody: bytesElsewhere, body: {} }, { body: bytesElsewhere }]) {
      const req = { method: 'POST', url: '/', headers: await sign(INBOUND), socket: {}, complete: true, readableDidRead: true, ...kept };
      const answered: number[] = [];
      const res = { setHeader: () => {}, end: () => answered.push(res.statusCode), statusCode: 0 };
      await toExpressHandler(handler)(req as never, res as never);
      expect(answered).toEqual([200]);
    }
    expect(seen).toEqual(['MESSAGE_INBOUND', 'MESSAGE_INBOUND']);
  });

  it('an event of Lambda is handled', async () => {
    const event = { httpMethod: 'POST', path: '/', headers: await sign(INBOUND), body: INBOUND };
    const lambda = toLambdaHandler(createWebhookHandler(verifierAt(), {}));
    expect((await lambda(elsewhere(`(${JSON.stringify(event)})`))).statusCode).toBe(200);
  });

  it('what a function or a guard throws is told to onError', async () => {
    const thrown = elsewhere<Error>('new Error("elsewhere")');
    const errors: unknown[] = [];
    const handler = createWebhookHandler(
      verifierAt(),
      { default: () => Promise.reject(thrown) },
      { onError: (one) => void errors.push(one) },
    );
    expect((await handler(await signedRequest(INBOUND))).status).toBe(500);
    expect(errors).toEqual([thrown]);
  });

  it('errors of a rehearsed handler are told by their code', async () => {
    const failure = elsewhere<Error>(
      'Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) })',
    );
    const call = rehearse({ url: 'http://localhost/', secret: SECRET, fetch: () => Promise.reject(failure) });
    await expect(call).rejects.toMatchObject({ name: 'RehearsalError', reason: 'unreachable' });
  });
});

describe('the guards of errors', () => {
  it('know those of another copy in another realm, and nothing else', () => {
    const make = (name: string, fields = 'convapi = true') =>
      elsewhere(`new (class extends Error { name = '${name}'; reason = 'replayed'; ${fields} })('x')`);
    expect(isWebhookVerificationError(make('WebhookVerificationError'))).toBe(true);
    expect(isRehearsalError(make('RehearsalError'))).toBe(true);
    for (const other of [make('Other'), make('WebhookVerificationError', ''), elsewhere('new Error()'), null, undefined, 'text']) {
      expect([isWebhookVerificationError(other), isRehearsalError(other)]).toEqual([false, false]);
    }
  });

  it('are what the handler goes by: a verifier of another copy refuses as its own does', async () => {
    const refusal = elsewhere(
      'new (class extends Error { name = "WebhookVerificationError"; reason = "signature_mismatch"; convapi = true })("x")',
    );
    const refuse = () => Promise.reject(refusal);
    expect((await createWebhookHandler({ verify: refuse, lease: refuse }, {})(await signedRequest(INBOUND))).status).toBe(401);
  });
});
