import { describe, expect, it } from 'vitest';
import {
  createWebhookHandler,
  createWebhookVerifier,
  type FindSecrets,
  memoryReplayGuard,
  type SecretsRequest,
  type WebhookMatch,
} from '../src/index.ts';
import { now, reasonOf, sign, signedRequest } from './helpers.ts';

const A = { appId: '01TENANT0A', secrets: ['secret of a'] };
const B = { appId: '01TENANT0B', secrets: ['new secret of b', 'old secret of b'] };
const TENANTS = { a: A, b: B };

const eventOf = (appId: unknown) => JSON.stringify({ app_id: appId, message: { contact_message: { text_message: { text: 'Hi' } } } });

/** The recipe of the documentation: secrets by the app that a callback claims to be from. */
const byApp: FindSecrets = ({ appId }) => Object.values(TENANTS).find((tenant) => tenant.appId === appId)?.secrets;

/** The other recipe: by the tenant in the address, who must own the app as well. */
const byAddress: FindSecrets = ({ appId, context }) => {
  const { tenant } = (context as { params: { tenant: keyof typeof TENANTS } }).params;
  return TENANTS[tenant]?.appId === appId ? TENANTS[tenant].secrets : undefined;
};

const verifierOf = (secrets: FindSecrets) => createWebhookVerifier({ secrets, now });

describe('secrets found for each callback', () => {
  it('verify the events of each tenant with the secrets of that tenant, and say which', async () => {
    const verifier = verifierOf(byApp);
    for (const tenant of [A, B]) {
      for (const [index, secret] of tenant.secrets.entries()) {
        const body = eventOf(tenant.appId);
        const { event, secretIndex } = await verifier.lease(body, await sign(body, { secret }));
        expect([event.app_id, secretIndex]).toEqual([tenant.appId, index]);
      }
    }
  });

  it.each(['text', 'bytes', 'request'])('refuse an event of one tenant that is signed with the secret of another, as %s', async (form) => {
    for (const [of, by] of [
      [A, B],
      [B, A],
    ] as const) {
      for (const secret of by.secrets) {
        const body = eventOf(of.appId);
        const headers = await sign(body, { secret });
        const verifier = verifierOf(byApp);
        const call =
          form === 'request'
            ? verifier.verify(await signedRequest(body, { secret }))
            : verifier.verify(form === 'text' ? body : Buffer.from(body), headers);
        expect(await reasonOf(call)).toBe('signature_mismatch');
      }
    }
  });

  it('refuse an event of one tenant at the address of another, whoever signed it', async () => {
    const verifier = verifierOf(byAddress);
    const send = async (of: typeof A, secret: string, tenant: string) => {
      const body = eventOf(of.appId);
      return reasonOf(verifier.verify(await signedRequest(body, { secret }), { params: { tenant } }));
    };
    expect(await send(B, 'secret of a', 'a')).toBe('signature_mismatch');
    expect(await send(B, 'new secret of b', 'a')).toBe('signature_mismatch');
    expect(await send(A, 'secret of a', 'nobody')).toBe('signature_mismatch');
    const right = await signedRequest(eventOf(A.appId), { secret: 'secret of a' });
    expect((await verifier.verify(right, { params: { tenant: 'a' } })).app_id).toBe(A.appId);
  });

  it('are not what a plain list is: there each secret is good for every event, as the documentation warns', async () => {
    const verifier = createWebhookVerifier({ secrets: [...A.secrets, ...B.secrets], now });
    const body = eventOf(B.appId);
    expect((await verifier.verify(body, await sign(body, { secret: 'secret of a' }))).app_id).toBe(B.appId);
  });

  it('may change at run time, and may come later', async () => {
    let secrets = ['first'];
    const verifier = verifierOf(async () => secrets);
    const body = eventOf('01');
    await verifier.verify(body, await sign(body, { secret: 'first' }));
    secrets = ['second'];
    expect(await reasonOf(verifier.verify(body, await sign(body, { secret: 'first' })))).toBe('signature_mismatch');
    expect((await verifier.verify(body, await sign(body, { secret: 'second' }))).trigger).toBe('MESSAGE_INBOUND');
  });

  it.each([[undefined], [null], [[]], ['']])('refuse a stranger, for whom there are none: %j', async (found) => {
    const body = eventOf('01');
    for (const secret of ['-', 'any']) {
      expect(await reasonOf(verifierOf(() => found).verify(body, await sign(body, { secret })))).toBe('signature_mismatch');
    }
  });

  it('share one replay guard', async () => {
    const replayGuard = memoryReplayGuard();
    const body = eventOf(A.appId);
    const headers = await sign(body, { secret: 'secret of a' });
    await createWebhookVerifier({ secrets: byApp, replayGuard, now }).verify(body, headers);
    expect(await reasonOf(createWebhookVerifier({ secrets: byApp, replayGuard, now }).verify(body, headers))).toBe('replayed');
  });
});

describe('the function for secrets', () => {
  async function askedWith(
    body: string,
    send = async (verifier: ReturnType<typeof verifierOf>) => verifier.verify(body, await sign(body)),
  ) {
    const asked: SecretsRequest[] = [];
    const verifier = verifierOf((request) => {
      asked.push(request);
      return undefined;
    });
    const reason = await reasonOf(send(verifier));
    return { asked, reason };
  }

  it('gets the claimed app, the headers, the address and the context', async () => {
    const body = eventOf(A.appId);
    const { asked } = await askedWith(body, async (verifier) => verifier.verify(await signedRequest(body), { tenant: 'a' }));
    expect(asked).toEqual([
      { appId: A.appId, url: 'https://example.com/callbacks', headers: expect.objectContaining({}), context: { tenant: 'a' } },
    ]);
    expect(asked[0]?.headers.get('x-sinch-webhook-signature-algorithm')).toBe('HmacSHA256');
    const plain = await askedWith(body, async (verifier) => verifier.verify(body, await sign(body), 'context'));
    expect(plain.asked).toMatchObject([{ appId: A.appId, url: undefined, context: 'context' }]);
  });

  it.each([
    [undefined],
    [null],
    [17],
    [''],
    ['x'.repeat(65)],
    ["'; DROP TABLE tenants"],
    ['../a'],
    [['01']],
    [{ toString: 'x' }],
    [JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`)],
  ])('gets no app when what is claimed is no id: %#', async (claimed) => {
    const { asked, reason } = await askedWith(eventOf(claimed));
    expect([asked[0]?.appId, asked.length, reason]).toEqual([undefined, 1, 'signature_mismatch']);
  });

  it('gets what JSON means by it, the last of two', async () => {
    const { asked } = await askedWith('{"app_id":"one","\\u0061pp_id":"two","message":{"app_id":"three"}}');
    expect(asked[0]?.appId).toBe('two');
  });

  it('is not asked about what is no JSON, too long, or has no signature', async () => {
    const deep = `{"message":${'['.repeat(100_000)}`;
    expect(await askedWith(deep)).toEqual({ asked: [], reason: 'malformed_body' });
    expect(await askedWith('[]')).toEqual({ asked: [], reason: 'malformed_body' });
    expect(await askedWith(eventOf('x'.repeat(1_048_576)))).toEqual({ asked: [], reason: 'body_too_large' });
    expect(await askedWith('{}', (verifier) => verifier.verify('{}', {}))).toEqual({ asked: [], reason: 'missing_header' });
  });

  it('may fail: then the service is asked to try again, and onError is told', async () => {
    const down = new Error('the database is down');
    const wrong: [FindSecrets, unknown][] = [
      [() => Promise.reject(down), down],
      [
        () => {
          throw down;
        },
        down,
      ],
      [() => 'pasted with a line break\n', expect.objectContaining({ message: expect.stringContaining('white space around it') })],
    ];
    for (const [secrets, error] of wrong) {
      const errors: unknown[] = [];
      const handler = createWebhookHandler(verifierOf(secrets), {}, { onError: (one) => void errors.push(one) });
      const response = await handler(await signedRequest(eventOf('01')));
      expect([response.status, await response.text(), errors]).toEqual([500, '{"reason":"handler_failed"}', [error]]);
    }
  });
});

it('a handler and onMatch are told the secret, the request and the context', async () => {
  const matches: WebhookMatch[] = [];
  const verifier = createWebhookVerifier({ secrets: byAddress, now, onMatch: (match) => void matches.push(match) });
  const seen: unknown[] = [];
  const handler = createWebhookHandler(verifier, {
    MESSAGE_INBOUND: (event, { request, secretIndex, context }) => void seen.push([event.app_id, request, secretIndex, context]),
  });
  const request = await signedRequest(eventOf(B.appId), { secret: 'old secret of b' });
  const context = { params: { tenant: 'b' } };
  expect((await handler(request, context)).status).toBe(200);
  expect(seen).toEqual([[B.appId, request, 1, context]]);
  expect(matches).toMatchObject([{ secretIndex: 1, url: request.url, context }]);
});
