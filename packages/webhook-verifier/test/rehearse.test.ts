import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WEBHOOK_TRIGGERS, type WebhookEvent } from '@convapi/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWebhookHandler, createWebhookVerifier } from '../src/index.ts';
import { toNodeListener } from '../src/node.ts';
import * as entry from '../src/rehearse/index.ts';
import { formatReport, isRehearsalError, type RehearseOptions, rehearse } from '../src/rehearse/index.ts';
import { now } from './helpers.ts';
import { missesOf, receiver, rehearseFlaws, SECRET, seeded, serve } from './rehearse-receiver.ts';

const given = { secret: SECRET, now, random: seeded(7) };

function ownHandler(handled: WebhookEvent[] = []) {
  return createWebhookHandler(createWebhookVerifier({ secrets: SECRET, now }), { default: (event) => void handled.push(event) });
}

async function errorOf(options: Partial<RehearseOptions>) {
  const outcome = await rehearse({ url: 'http://127.0.0.1:9/webhook', ...given, ...options }).catch((error: unknown) => error);
  if (isRehearsalError(outcome)) return outcome;
  throw outcome;
}

/** An address where nothing listens any more. */
async function freedAddress() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/webhook`;
}

it('exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual(['RehearsalError', 'formatReport', 'isRehearsalError', 'rehearse', 'sampleCallback']);
});

describe('the handler of this package', () => {
  it('passes every check behind node:http', async () => {
    const events: WebhookEvent[] = [];
    const url = await serve(toNodeListener(ownHandler(events)));
    const report = await rehearse({ url, ...given, handled: () => events.length });
    expect(missesOf(report)).toEqual([]);
    expect(report).toMatchObject({ url, startedAt: '2026-01-02T03:04:05.000Z', ok: true, score: 100, takesGenuine: true, advice: [] });
    expect(new Set(events.map((event) => event.trigger))).toEqual(new Set([...WEBHOOK_TRIGGERS, 'UNKNOWN']));
  });

  it('passes every check with the real clock and real chance', async () => {
    const handler = createWebhookHandler(createWebhookVerifier({ secrets: SECRET }), {});
    const report = await rehearse({ url: await serve(toNodeListener(handler)), secret: SECRET });
    expect(missesOf(report)).toEqual([]);
  });

  it('passes every check as a fetch handler, without a network', async () => {
    const handler = ownHandler();
    const fetch = async (url: string | URL | Request, init?: RequestInit) => handler(new Request(url, init));
    const report = await rehearse({ url: 'https://example.com/webhook', fetch, allowRemote: true, ...given });
    expect(missesOf(report)).toEqual([]);
  });

  it('passes with a tolerance and a limit of its own', async () => {
    const verifier = createWebhookVerifier({ secrets: SECRET, now, toleranceSeconds: 20, maxBodyBytes: 5000 });
    const url = await serve(toNodeListener(createWebhookHandler(verifier, {})));
    const report = await rehearse({ url, ...given, toleranceSeconds: 20, maxBodyBytes: 5000 });
    expect(missesOf(report)).toEqual([]);
  });
});

describe('what is sent', () => {
  it('names the app, new ids in each callback, and one address only', async () => {
    const bodies: { app_id?: string; message?: { id?: string } }[] = [];
    const paths = new Set<string | undefined>();
    const listener = receiver({ handle: (event) => void bodies.push(event) }, { at: now() });
    const url = await serve((req, res) => {
      paths.add(req.url);
      listener(req, res);
    });
    await rehearse({ url: `${url}?token=17`, ...given, appId: '01MYAPP' });
    const ids = bodies.flatMap((body) => body.message?.id ?? []);
    expect(new Set(bodies.map((body) => body.app_id ?? '01MYAPP'))).toEqual(new Set(['01MYAPP']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(paths).toEqual(new Set(['/webhook?token=17']));
  });

  it('reaches the server as headers that really come twice, in capitals, and in chunks', async () => {
    const seen = { doubled: 0, capitals: 0, chunked: 0 };
    const listener = receiver({}, { at: now() });
    const url = await serve((req, res) => {
      const names = req.rawHeaders.filter((_, index) => index % 2 === 0);
      if (names.filter((name) => name === 'x-sinch-webhook-signature').length === 2) seen.doubled++;
      if (names.includes('X-SINCH-WEBHOOK-SIGNATURE')) seen.capitals++;
      if (req.headers['transfer-encoding'] === 'chunked') seen.chunked++;
      listener(req, res);
    });
    await rehearse({ url, ...given });
    expect(seen).toEqual({ doubled: 1, capitals: 1, chunked: 2 });
  });
});

describe('repetitions', () => {
  it('are told apart by a count, where the answers are all alike', async () => {
    let count = 0;
    const flaws = { handle: () => void count++, answer: () => 'ok' };
    expect(missesOf(await rehearseFlaws(flaws, { handled: () => count }))).toEqual([]);
    const misses = ['replay:at-once', 'replay:at-the-same-time', 'replay:after-others'];
    expect(missesOf(await rehearseFlaws(flaws))).toEqual(misses);
    const forgetful = await rehearseFlaws({ ...flaws, remembers: false }, { handled: () => count });
    expect(missesOf(forgetful)).toEqual(misses);
    expect(forgetful.checks.find((check) => check.id === 'replay:at-once')?.received).toBe('200 ok, then 200 ok; handled 1');
  });

  it('are not taken for noticed because every answer is another', async () => {
    let count = 0;
    const report = await rehearseFlaws({ remembers: false, answer: () => `request ${count++}` });
    expect(missesOf(report)).toEqual(['replay:at-once', 'replay:at-the-same-time', 'replay:after-others']);
  });

  it('must not crash the receiver', async () => {
    const seen = new Set<string>();
    const report = await rehearseFlaws({
      before(req, res) {
        const key = String(req.headers['x-sinch-webhook-signature']);
        const again = key.length === 44 && seen.has(key);
        seen.add(key);
        if (again) res.writeHead(500).end('duplicate key');
        return again;
      },
    });
    expect(missesOf(report).every((id) => id.startsWith('replay:'))).toBe(true);
    expect(report.checks.find((check) => check.id === 'replay:answer')?.received).toBe('500 duplicate key');
  });
});

describe('a receiver that gives no answer', () => {
  it('is given up after three time-outs', async () => {
    let requests = 0;
    const report = await rehearseFlaws({ before: () => ++requests > 5 }, { timeoutMs: 300 });
    expect(requests).toBe(8);
    expect(report.checks.filter((check) => check.received.includes('timeout'))).toHaveLength(3);
    expect(report.checks.find((check) => check.received.includes('timeout'))?.fix).toMatch(/^No answer within 0.3 s/);
    expect(report.checks.find((check) => check.id === 'forged:body')).toMatchObject({
      passed: false,
      received: 'no answer: not_sent (several before it got no answer)',
      fix: expect.stringMatching(/The server was gone/),
    });
  });

  it('is told so when it never ends one', async () => {
    const report = await rehearseFlaws(
      {
        before(req, res) {
          const isGet = req.method === 'GET';
          if (isGet) res.writeHead(404).write('…');
          return isGet;
        },
      },
      { timeoutMs: 1000 },
    );
    expect(missesOf(report)).toEqual(['robust:get']);
  });

  it('is unreachable when nothing listens there', async () => {
    const error = await errorOf({ url: 'http://127.0.0.1:1/webhook' });
    expect(error.reason).toBe('unreachable');
    expect(error.message).toBe(
      '[@convapi/webhook-verifier] No answer from http://127.0.0.1:1/webhook: refused (ECONNREFUSED). Start your server, and check address and port.',
    );
    // fetch does not even try port 1.
    expect((await errorOf({ url: await freedAddress(), fetch })).message).toContain('refused (ECONNREFUSED)');
  });

  it('is unreachable when it does not speak TLS', async () => {
    const url = await serve(() => {});
    expect((await errorOf({ url: url.replace('http:', 'https:') })).message).toContain('closed (EPROTO)');
  });

  it('is unreachable when the first callback gets none', async () => {
    const url = await serve(() => {});
    expect((await errorOf({ url, timeoutMs: 50 })).message).toContain('timeout (no answer in time)');
    expect((await errorOf({ url, timeoutMs: 50, fetch })).message).toContain('timeout (no answer in time)');
    const rude = await serve((req) => void req.socket.destroy());
    expect((await errorOf({ url: rude })).message).toContain('closed (ECONNRESET)');
    expect((await errorOf({ url: rude, fetch })).message).toContain('closed (');
    const thrower = () => Promise.reject('no');
    expect((await errorOf({ url: rude, fetch: thrower })).message).toContain('closed (no)');
  });
});

describe('the report', () => {
  it('never holds the secret, and takes control characters out of answers', async () => {
    const text = `\u001b[2Jkey ${SECRET}\n${'long '.repeat(2000)}`;
    const report = await rehearseFlaws({ answer: () => text });
    expect(JSON.stringify(report)).not.toContain(SECRET);
    expect(report.checks[0]?.received).toMatch(/^200 \[2Jkey \*\*\* long long .*…$/);
    expect(report.checks[0]?.received.length).toBeLessThan(130);
  });

  it('says nothing of a query, which may hold a token', async () => {
    const url = await serve(receiver({}, { at: now() }));
    expect(JSON.stringify(await rehearse({ url: `${url}?token=t0k3n`, ...given }))).not.toContain('t0k3n');
  });

  it('as text has a line a check, the score, and what to change once', async () => {
    const report = await rehearseFlaws({ checksTime: false, maxBytes: Number.POSITIVE_INFINITY });
    const text = formatReport(report);
    expect(text).toContain('  ✓ takes MESSAGE_INBOUND (expected 2xx, came 200)\n');
    expect(text).toContain(`  ✗ refuses a callback that is too old
      sent      a callback signed a minute longer ago than the tolerance
      expected  4xx
      received  200
      fix       Compare timestamps: `);
    expect(text).toContain(`Score: ${report.passed} of ${report.total} (${report.score} %)\n`);
    expect(text).toMatch(
      /most effective first\n {2}1\. Compare timestamps: .*\n {5}mends 3: time:stale, time:day-old, time:future\n {2}2\. /,
    );
    expect(text.match(/✓|✗/g)).toHaveLength(report.total);
  });

  it('as text says that refusals prove nothing when nothing is taken', async () => {
    expect(formatReport(await rehearseFlaws({ key: () => 'another' }))).toContain('proves nothing yet');
    expect(formatReport(await rehearseFlaws({}))).toContain('Every check passed.');
  });
});

describe('options', () => {
  it.each([
    [{ url: 'webhook' }, 'url is no URL'],
    [{ url: 'ftp://127.0.0.1/webhook' }, 'url is not http or https'],
    [{ url: 'http://user:pass@127.0.0.1/webhook' }, 'url holds a user or a password'],
    [{ url: 'https://example.com/webhook' }, 'url is not on this machine: example.com'],
    [{ url: 'http://127.0.0.1.example.com/' }, 'url is not on this machine'],
    [{ url: 'http://localhost.example.com/' }, 'url is not on this machine'],
  ])('refuses %j', async (options, message) => {
    const error = await errorOf(options);
    expect(error).toMatchObject({ name: 'RehearsalError', reason: 'usage' });
    expect(error.message).toContain(message);
  });

  it.each(['http://localhost:1/', 'http://shop.localhost:1/', 'http://[::1]:1/', 'http://127.8.9.1:1/'])(
    'takes %s for this machine',
    async (url) => {
      expect((await errorOf({ url, timeoutMs: 2000 })).reason).toBe('unreachable');
    },
  );

  it.each([{ secret: '' }, { timeoutMs: 0 }, { toleranceSeconds: 0 }, { maxBodyBytes: 10 }])('refuses %j', async (options) => {
    const [name] = Object.keys(options);
    await expect(rehearse({ url: 'http://127.0.0.1:1/', ...given, ...options })).rejects.toThrow(`Option ${name} must be`);
  });

  it('lets a failing count through', async () => {
    const url = await serve(receiver({}, { at: now() }));
    const handled = () => Promise.reject(new Error('database down'));
    await expect(rehearse({ url, ...given, handled })).rejects.toThrow('database down');
  });
});

it('closes what it opened', async () => {
  const server = createServer(receiver({}, { at: now() }));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await rehearse({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ...given });
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
