import type { WebhookEvent } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import {
  createWebhookHandler,
  memoryReplayGuard,
  type ReplayGuard,
  type ReplayLease,
  type WebhookHandlers,
  WebhookVerificationError,
} from '../src/index.ts';
import { deferred, INBOUND, NOW, readFixture, sign, signedRequest, verifierAt } from './helpers.ts';

/** A handler that writes down what reaches its functions and hooks. */
function recording(handlers: WebhookHandlers, options: Parameters<typeof verifierAt>[0] = {}) {
  const refused: string[] = [];
  const errors: [unknown, WebhookEvent | undefined][] = [];
  const handler = createWebhookHandler(verifierAt(options), handlers, {
    onRefused: (error) => void refused.push(error.reason),
    onError: (error, event) => void errors.push([error, event]),
  });
  return { handler, refused, errors };
}

const noise = () => {};

describe('a webhook handler', () => {
  it('calls the function of the trigger and answers 200', async () => {
    const seen: string[] = [];
    const { handler } = recording({
      MESSAGE_INBOUND: (event) => void seen.push(event.message.channel_identity?.identity ?? ''),
      default: () => void seen.push('default'),
    });
    const response = await handler(await signedRequest(INBOUND));
    expect([response.status, await response.text(), seen]).toEqual([200, '', ['14700000000']]);
  });

  it('waits for the function', async () => {
    let done = false;
    const { handler } = recording({
      MESSAGE_INBOUND: async () => {
        await Promise.resolve();
        done = true;
      },
    });
    await handler(await signedRequest(INBOUND));
    expect(done).toBe(true);
  });

  it('gives the rest to default, UNKNOWN included when it has no function', async () => {
    const seen: string[] = [];
    const { handler } = recording({ MESSAGE_INBOUND: noise, default: (event) => void seen.push(event.trigger) });
    for (const body of [readFixture('opt-in'), '{"news":{}}']) await handler(await signedRequest(body));
    expect(seen).toEqual(['OPT_IN', 'UNKNOWN']);
  });

  it('gives unknown kinds to UNKNOWN', async () => {
    const seen: unknown[] = [];
    const { handler } = recording({ UNKNOWN: (event) => void seen.push(event.news) });
    await handler(await signedRequest('{"news":17}'));
    expect(seen).toEqual([17]);
  });

  it('answers 200 to a trigger without a function', async () => {
    const { handler } = recording({});
    expect((await handler(await signedRequest(INBOUND))).status).toBe(200);
  });

  it('refuses handlers that it would never call', () => {
    const make = (handlers: object) => () => createWebhookHandler(verifierAt(), handlers);
    expect(make({ MESSAGE_INBOND: noise })).toThrow('Option handlers.MESSAGE_INBOND must be');
    expect(make({ MESSAGE_INBOUND: 'text' })).toThrow('Option handlers.MESSAGE_INBOUND must be');
    expect(make({ MESSAGE_INBOUND: undefined })).not.toThrow();
  });
});

describe('what is refused', () => {
  const post = async (body: string, headers: Record<string, string> = {}) =>
    new Request('https://example.com', { method: 'POST', body, headers: { ...(await sign(body)), ...headers } });
  const readRequest = async () => {
    const request = await signedRequest(INBOUND);
    await request.text();
    return request;
  };
  const cases: [string, number, () => Promise<Request>][] = [
    ['missing_header', 401, async () => new Request('https://example.com', { method: 'POST', body: INBOUND })],
    ['signature_mismatch', 401, () => signedRequest(INBOUND, { secret: 'other' })],
    ['timestamp_out_of_tolerance', 401, () => signedRequest(INBOUND, { timestamp: NOW - 301 })],
    ['unsupported_algorithm', 401, () => post(INBOUND, { 'x-sinch-webhook-signature-algorithm': 'none' })],
    ['malformed_body', 400, () => signedRequest('not json')],
    ['body_too_large', 413, () => signedRequest('x'.repeat(10_001))],
    ['body_already_parsed', 400, readRequest],
  ];

  it.each(cases)('%s is answered with %i and the reason, nothing else', async (reason, status, makeRequest) => {
    const { handler, refused, errors } = recording({ default: () => expect.unreachable() }, { maxBodyBytes: 10_000 });
    const response = await handler(await makeRequest());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(`{"reason":"${reason}"}`);
    // What fails every callback is a mistake on this side, and must be seen where nobody listens to refusals.
    const told = reason === 'body_already_parsed' ? [[expect.objectContaining({ reason }), undefined]] : [];
    expect([refused, errors]).toEqual([[reason], told]);
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s is answered with 405', async (method) => {
    const { handler, refused } = recording({});
    const response = await handler(new Request('https://example.com', { method }));
    expect([response.status, response.headers.get('allow'), refused]).toEqual([405, 'POST', []]);
  });

  it('needs no hook, and a failing hook changes nothing', async () => {
    const plain = createWebhookHandler(verifierAt(), {});
    const failing = createWebhookHandler(
      verifierAt(),
      {},
      {
        onRefused: () => {
          throw new Error('log is down');
        },
      },
    );
    for (const handler of [plain, failing]) {
      expect((await handler(await signedRequest(INBOUND, { secret: 'other' }))).status).toBe(401);
    }
  });
});

describe('a repetition', () => {
  it('is answered with 200 and not handled again', async () => {
    let calls = 0;
    const { handler, refused } = recording({ MESSAGE_INBOUND: () => void calls++ });
    const request = await signedRequest(INBOUND);
    await handler(request.clone());
    const response = await handler(request);
    expect([response.status, await response.text(), calls, refused]).toEqual([200, '{"reason":"replayed"}', 1, ['replayed']]);
  });

  it.each([
    [200, false],
    [500, true],
  ])('of a callback still in work shares its outcome: %i', async (status, fails) => {
    const gate = deferred();
    const { handler } = recording({ MESSAGE_INBOUND: () => gate.promise });
    const request = await signedRequest(INBOUND);
    const both = [handler(request.clone()), handler(request)];
    if (fails) gate.reject(new Error('late failure'));
    else gate.resolve();
    expect((await Promise.all(both)).map((response) => response.status)).toEqual([status, status]);
  });
});

describe('a function that throws', () => {
  const boom = new Error('the database password is hunter2');

  it('is answered with 500, without a word of the error, and reported with the event', async () => {
    const { handler, errors } = recording({
      MESSAGE_INBOUND: () => {
        throw boom;
      },
    });
    const response = await handler(await signedRequest(INBOUND));
    expect([response.status, await response.text()]).toEqual([500, '{"reason":"handler_failed"}']);
    expect(errors).toEqual([[boom, expect.objectContaining({ trigger: 'MESSAGE_INBOUND' })]]);
  });

  it('sees the same callback again when the service retries', async () => {
    let calls = 0;
    const { handler } = recording({ MESSAGE_INBOUND: () => (++calls === 1 ? Promise.reject(boom) : undefined) });
    const request = await signedRequest(INBOUND);
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await handler(request.clone())).status);
    expect([statuses, calls]).toEqual([[500, 200, 200], 2]);
  });

  it('is answered with 500 even when a hook or the release fails too', async () => {
    const replayGuard: ReplayGuard = {
      claim: async () => ({ done: () => {}, release: () => Promise.reject(new Error('store is down')) }),
    };
    const seen: unknown[] = [];
    const handler = createWebhookHandler(
      verifierAt({ replayGuard }),
      { MESSAGE_INBOUND: () => Promise.reject(boom) },
      {
        onError: (error) => {
          seen.push(error);
          throw new Error('log is down');
        },
      },
    );
    expect((await handler(await signedRequest(INBOUND))).status).toBe(500);
    expect(seen).toEqual([boom, new Error('store is down')]);
  });

  it('goes to the console when nobody listens', async () => {
    const written: unknown[] = [];
    const original = console.error;
    console.error = (...values) => void written.push(...values);
    try {
      await createWebhookHandler(verifierAt(), { MESSAGE_INBOUND: () => Promise.reject(boom) })(await signedRequest(INBOUND));
    } finally {
      console.error = original;
    }
    expect(written).toEqual([boom]);
  });
});

describe('attempts of one callback that overlap', () => {
  it('are told to come again when another process is at work', async () => {
    const { handler, refused } = recording({}, { replayGuard: { claim: () => 'in_progress' } });
    const response = await handler(await signedRequest(INBOUND));
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '10', '{"reason":"in_progress"}']);
    expect(refused).toEqual(['in_progress']);
  });

  it('share the outcome of the newest, not of an older one whose lease was over', async () => {
    const gates = [deferred(), deferred()];
    const entered = [deferred(), deferred()];
    let attempt = 0;
    let at = 0;
    const { handler, refused } = recording(
      {
        MESSAGE_INBOUND: async () => {
          const mine = attempt++;
          entered[mine]?.resolve();
          await gates[mine]?.promise;
        },
      },
      { replayGuard: memoryReplayGuard({ leaseMs: 1_000, now: () => at }) },
    );
    const request = await signedRequest(INBOUND);
    const first = handler(request.clone());
    await entered[0]?.promise;
    at = 1_000;
    const second = handler(request.clone());
    await entered[1]?.promise;
    gates[0]?.reject(new Error('the older fails'));
    expect((await first).status).toBe(500);
    // The older one is gone; the third must wait for the second, which fails as well.
    const third = handler(request.clone());
    await expect.poll(() => refused).toEqual(['in_progress']);
    gates[1]?.reject(new Error('the newer fails'));
    expect([(await second).status, (await third).status]).toEqual([500, 500]);
  });

  it('share the outcome also when the first ends while the refusal of the second is logged', async () => {
    const [work, entered, logged, logging] = [deferred(), deferred(), deferred(), deferred()];
    const handler = createWebhookHandler(
      verifierAt(),
      {
        default: () => {
          entered.resolve();
          return work.promise;
        },
      },
      {
        onRefused: () => {
          logging.resolve();
          return logged.promise;
        },
      },
    );
    const request = await signedRequest(INBOUND);
    const first = handler(request.clone());
    await entered.promise;
    const second = handler(request);
    await logging.promise;
    work.resolve();
    expect((await first).status).toBe(200);
    logged.resolve();
    const response = await second;
    expect([response.status, await response.text()]).toEqual([200, '{"reason":"replayed"}']);
  });

  it('are not told that it was handled when the guard answers the second before the first', async () => {
    const first = deferred();
    const lease = { done: () => {}, release: () => {} };
    let claims = 0;
    const claim = async () => {
      if (claims++ > 0) return 'in_progress' as const;
      await first.promise;
      return lease;
    };
    const { handler } = recording({ MESSAGE_INBOUND: () => Promise.reject(new Error('fails')) }, { replayGuard: { claim } });
    const request = await signedRequest(INBOUND);
    const [slow, fast] = [handler(request.clone()), handler(request.clone())];
    expect((await fast).status).toBe(503);
    first.resolve();
    expect((await slow).status).toBe(500);
  });
});

describe('what the handler tells the guard', () => {
  function guarded(work: () => void | Promise<void>, done: () => void | Promise<void> = () => {}) {
    const told: string[] = [];
    const lease: ReplayLease = {
      done: () => {
        told.push('done');
        return done();
      },
      release: () => void told.push('release'),
    };
    return { told, ...recording({ default: work }, { replayGuard: { claim: () => lease } }) };
  }

  it('is done when the function has returned, and not before', async () => {
    const gate = deferred();
    const { handler, told } = guarded(() => gate.promise);
    const response = handler(await signedRequest(INBOUND));
    expect(told).toEqual([]);
    gate.resolve();
    expect([(await response).status, told]).toEqual([200, ['done']]);
  });

  it('is release when it failed', async () => {
    const { handler, told } = guarded(() => Promise.reject(new Error('not now')));
    expect([(await handler(await signedRequest(INBOUND))).status, told]).toEqual([500, ['release']]);
  });

  it('may be lost: what was handled is answered with 200 all the same, and onError is told', async () => {
    const down = new Error('store is down');
    const { handler, errors } = guarded(noise, () => Promise.reject(down));
    expect((await handler(await signedRequest(INBOUND))).status).toBe(200);
    expect(errors).toEqual([[down, expect.objectContaining({ trigger: 'MESSAGE_INBOUND' })]]);
  });
});

describe('the body of a request', () => {
  async function sending(source: UnderlyingDefaultSource<Uint8Array>, headers?: Record<string, string>) {
    const body = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 });
    const init = { method: 'POST', headers: headers ?? (await sign(INBOUND)), body, duplex: 'half' };
    return new Request('https://example.com', init);
  }

  it('is not read when the request is not signed', async () => {
    const { handler } = recording({});
    const response = await handler(await sending({ pull: () => expect.unreachable() }, {}));
    expect([response.status, await response.text()]).toEqual([401, '{"reason":"missing_header"}']);
  });

  it('has a time in which it must come: then the sender has to try again', async () => {
    let cancelled = false;
    const silent = await sending({
      pull: () => new Promise(() => {}),
      cancel: () => {
        cancelled = true;
      },
    });
    const refused: WebhookVerificationError[] = [];
    const handler = createWebhookHandler(verifierAt(), {}, { bodyTimeoutMs: 20, onRefused: (error) => void refused.push(error) });
    const response = await handler(silent);
    expect([response.status, await response.text(), cancelled]).toEqual([503, '{"reason":"body_incomplete"}', true]);
    expect(refused.map(({ message }) => message)).toEqual([expect.stringContaining('longer than 20 ms')]);
  });

  it('may break off, which is no fault of ours', async () => {
    const broken = await sending({ pull: (controller) => controller.error(new Error('gone')) });
    const { handler, refused, errors } = recording({});
    expect((await handler(broken)).status).toBe(503);
    expect([refused, errors]).toEqual([['body_incomplete'], []]);
  });

  it('may come in pieces, and its stream is left when it is too long', async () => {
    const bytes = new TextEncoder().encode(INBOUND);
    let from = 0;
    const pieces = await sending({
      pull: (controller) => {
        controller.enqueue(bytes.slice(from, from + 9));
        from += 9;
        if (from >= bytes.length) controller.close();
      },
    });
    expect((await recording({}).handler(pieces)).status).toBe(200);
    let cancelled = false;
    const endless = await sending({
      pull: (controller) => controller.enqueue(new Uint8Array(100)),
      cancel: () => {
        cancelled = true;
      },
    });
    expect([(await recording({}, { maxBodyBytes: 1_000 }).handler(endless)).status, cancelled]).toEqual([413, true]);
  });
});

describe('options', () => {
  it.each([
    ['verifier', [undefined, {}]],
    ['verifier', [{}, {}]],
    ['verifier', [() => {}, {}]],
    ['handlers', [verifierAt(), undefined]],
    ['handlers', [verifierAt(), () => {}]],
    ['onErrors', [verifierAt(), {}, { onErrors: noise }]],
    ['bodyTimeoutMs', [verifierAt(), {}, { bodyTimeoutMs: 0 }]],
  ])('name %s when it is wrong', (name, input) => {
    expect(() => (createWebhookHandler as (...input: unknown[]) => unknown)(...input)).toThrow(`Option ${name} must be`);
  });
});

it('answers 500 when the replay guard fails, so that the service tries again', async () => {
  const down = new Error('store is down');
  const { handler, errors, refused } = recording({}, { replayGuard: { claim: () => Promise.reject(down) } });
  expect((await handler(await signedRequest(INBOUND))).status).toBe(500);
  expect([errors, refused]).toEqual([[[down, undefined]], []]);
});

it('takes any verifier, whatever refuses', async () => {
  const refuse = () => Promise.reject(new WebhookVerificationError('replayed', 'Seen.'));
  const verifier = { verify: refuse, lease: refuse };
  const response = await createWebhookHandler(verifier, {})(new Request('https://example.com', { method: 'POST' }));
  expect(response.status).toBe(200);
});
