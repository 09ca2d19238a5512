import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Fault } from '../src/index.ts';
import { ALL_TRIGGERS, type Lab, startLab, startReceiver, text } from './support.ts';

const APPS = { operation: 'App_ListApps' };

interface Raw {
  status: number | undefined;
  body: string;
  /** Code of the error that ended the connection. */
  error?: string;
}

/** A call that shows what becomes of the connection. */
function callRaw(lab: Lab, path: string): Promise<Raw> {
  const headers = { authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}` };
  return new Promise((resolve) => {
    let body = '';
    let status: number | undefined;
    const end = (error?: NodeJS.ErrnoException) => resolve({ status, body, ...(error ? { error: error.code ?? error.message } : {}) });
    const sent = request(`${lab.url}/v1/projects/${lab.projectId}${path}`, { headers }, (response) => {
      status = response.statusCode;
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => end());
      response.on('error', end);
    });
    sent.on('error', end);
    sent.end();
  });
}

async function token(lab: Lab): Promise<{ status: number; access_token: string; expires_in: number }> {
  const response = await fetch(lab.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return { status: response.status, ...((await response.json()) as { access_token: string; expires_in: number }) };
}

describe('a fault of a call', () => {
  it('is an error of the API, with Retry-After and RetryInfo', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 503, retryAfterS: 7, message: 'Down' } });
    const answer = await lab.call('GET', '/apps');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.body.error).toEqual({
      code: 503,
      status: 'UNAVAILABLE',
      message: 'Down',
      details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' }],
    });
  });

  it('keeps the operation from running', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 500 }, match: { operation: 'App_CreateApp' } });
    expect((await lab.call('POST', '/apps', { display_name: 'x', channel_credentials: [] })).status).toBe(500);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
  });

  it('resets the connection before the call is taken', async () => {
    const lab = await startLab();
    const fault = lab.control.fault({ effect: { reset: 'before' }, match: { operation: 'App_DeleteApp' } });
    const id = await lab.app(['SMS']);
    await expect(lab.call('DELETE', `/apps/${id}`)).rejects.toThrow();
    expect(fault.fired()).toHaveLength(1);
    expect((await lab.call('GET', `/apps/${id}`)).status).toBe(200);
  });

  it('resets the connection after the call was taken', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { reset: 'after' }, match: { operation: 'App_DeleteApp' } });
    const id = await lab.app(['SMS']);
    await expect(lab.call('DELETE', `/apps/${id}`)).rejects.toThrow();
    expect((await lab.call('GET', `/apps/${id}`)).status).toBe(404);
  });

  it('is a true reset of TCP', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { reset: 'before' } });
    expect(await callRaw(lab, '/apps')).toEqual({ status: undefined, body: '', error: 'ECONNRESET' });
  });

  it('ends the connection midway through the answer', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    lab.control.fault({ effect: { reset: 'midway' } });
    const cut = await callRaw(lab, '/apps');
    expect(cut).toMatchObject({ status: 200, error: 'ECONNRESET' });
    expect(cut.body).toMatch(/^\{"apps":\[/);
    expect(() => JSON.parse(cut.body)).toThrow();
  });

  it('cuts the JSON of an answer that arrives whole', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    lab.control.fault({ effect: { truncate: true } });
    const { status, body, error } = await callRaw(lab, '/apps');
    expect({ status, error }).toEqual({ status: 200, error: undefined });
    expect(() => JSON.parse(body)).toThrow();
  });

  it('lets the body trickle in, whole', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    lab.control.fault({ effect: { slowBodyMs: 60 } });
    const before = performance.now();
    const { body } = await callRaw(lab, '/apps');
    expect(performance.now() - before).toBeGreaterThan(40);
    expect(JSON.parse(body).apps).toHaveLength(1);
  });

  it('makes the answer late', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { latencyMs: [30, 40] } });
    const before = performance.now();
    await lab.done('GET', '/apps');
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  it('does not keep the emulator from closing', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { latencyMs: 500_000 } });
    const pending = lab.call('GET', '/apps').catch(() => 'gone');
    await vi.waitFor(() => expect(lab.control.firedFaults()).toHaveLength(1));
    await lab.close();
    expect(await pending).toBe('gone');
  });

  it('joins several rules, the older one first', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 429 } });
    lab.control.fault({ effect: { status: 500, retryAfterS: 3 } });
    const answer = await lab.call('GET', '/apps');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
  });
});

describe('a rule', () => {
  it.each<[string, Fault['match'], string[]]>([
    ['an operation', { operation: 'App_ListApps' }, ['GET /apps']],
    ['a method', { method: 'post' }, ['POST /contacts']],
    ['a path', { path: '/v1/projects/*/cont*' }, ['GET /contacts', 'POST /contacts']],
    ['the end of a path', { path: '*apps' }, ['GET /apps']],
    ['a channel in a body', { channel: 'SMS' }, ['POST /contacts']],
    ['an address in a body', { identity: '+46700000001' }, ['POST /contacts']],
    ['an app in a query', { app_id: '01APP' }, ['GET /conversations?app_id=01APP']],
    ['another channel', { channel: 'RCS' }, []],
  ])('is about %s', async (_, match, hit) => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 418 }, ...(match ? { match } : {}) });
    const contact = { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] };
    const calls: [string, string, object?][] = [
      ['GET', '/apps'],
      ['GET', '/contacts'],
      ['POST', '/contacts', contact],
      ['GET', '/conversations?app_id=01APP'],
    ];
    const refused: string[] = [];
    for (const [method, path, body] of calls) {
      if ((await lab.call(method, path, body)).status === 418) refused.push(`${method} ${path}`);
    }
    expect(refused).toEqual(hit);
  });

  it('leaves alone what comes before, and what comes when its times are used up', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 503 }, match: APPS, after: 1, times: 2 });
    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await lab.call('GET', '/apps')).status);
    expect(statuses).toEqual([200, 503, 503, 200, 200]);
    expect(lab.control.faults()).toMatchObject([{ id: 'fault-1', seen: 5, fired: 2 }]);
  });

  it('hits a share, the same one for the same randomness', async () => {
    const runs: number[][] = [];
    for (const _ of [1, 2]) {
      const lab = await startLab();
      lab.control.fault({ effect: { status: 503 }, share: 0.5 });
      const statuses: number[] = [];
      for (let call = 0; call < 40; call += 1) statuses.push((await lab.call('GET', '/apps')).status);
      runs.push(statuses);
    }
    const [first = [], second] = runs;
    expect(first).toEqual(second);
    expect(first.filter((status) => status === 503).length).toBeGreaterThan(10);
    expect(first.filter((status) => status === 503).length).toBeLessThan(30);
  });

  it("lasts for a while of the emulator's time", async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 503 }, forMs: 1000 });
    expect((await lab.call('GET', '/apps')).status).toBe(503);
    await lab.control.advance(1000);
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });

  it('ends when it is removed, and all end with a reset', async () => {
    const lab = await startLab();
    const first = lab.control.fault({ effect: { status: 500 } });
    lab.control.fault({ effect: { status: 503 } });
    first.remove();
    expect((await lab.call('GET', '/apps')).status).toBe(503);
    expect(() => first.remove()).toThrow('no fault fault-1');
    lab.control.reset();
    expect((await lab.call('GET', '/apps')).status).toBe(200);
    expect(lab.control.firedFaults()).toEqual([]);
  });

  it('writes down what it did', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 503 }, match: APPS });
    await lab.call('GET', '/apps');
    expect(lab.control.firedFaults()).toMatchObject([
      {
        fault: 'fault-1',
        at: 'request',
        time: '2026-11-21T12:00:00.000Z',
        effect: { status: 503 },
        subject: { operation: 'App_ListApps', method: 'GET', path: `/v1/projects/${lab.projectId}/apps` },
      },
    ]);
  });

  it.each<[unknown, string]>([
    [{}, 'no effect'],
    [{ effect: {} }, 'no effect that is known'],
    [{ effect: { status: 99 } }, 'effect.status'],
    [{ effect: { status: '503' } }, 'effect.status'],
    [{ effect: { stauts: 503, reset: 'before' } }, 'effect.stauts'],
    [{ effect: { status: 503, lateMs: 5 } }, 'mixes effects on requests and callbacks'],
    [{ effect: { latencyMs: [5, 1] } }, 'effect.latencyMs'],
    [{ effect: { latencyMs: -1 } }, 'effect.latencyMs'],
    [{ effect: { reset: 'never' } }, 'effect.reset'],
    [{ effect: { outage: 'TIRED' } }, 'effect.outage'],
    [{ effect: { status: 503 }, share: 1.5 }, 'share'],
    [{ effect: { status: 503 }, times: -1 }, 'times'],
    [{ effect: { status: 503 }, match: { chanel: 'SMS' } }, 'match.chanel'],
    [{ effect: { status: 503 }, match: { channel: 'FAX' } }, 'match.channel'],
    [{ effect: { lose: true }, match: { path: '/x' } }, 'match.path'],
    [{ effect: { status: 503 }, match: { trigger: 'MESSAGE_INBOUND' } }, 'match.trigger'],
    [{ effect: { status: 503 }, match: { constructor: 'x' } }, 'match.constructor'],
    [{ effect: { duplicate: 0 } }, 'effect.duplicate'],
    [{ effect: 'status' }, 'effect'],
  ])('is refused as %j', async (fault, message) => {
    const lab = await startLab();
    expect(() => lab.control.fault(fault as Fault)).toThrow(message);
    expect(lab.control.faults()).toEqual([]);
  });
});

describe('access tokens', () => {
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

  it('expire in the middle of things, and a new one helps', async () => {
    const lab = await startLab();
    const { access_token: old } = await token(lab);
    lab.control.fault({ effect: { token: 'expire' }, times: 1 });
    const refused = await lab.call('GET', '/apps', undefined, bearer(old));
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('expired')]);
    expect((await lab.call('GET', '/apps', undefined, bearer(old))).status).toBe(401);
    const { access_token: renewed } = await token(lab);
    expect((await lab.call('GET', '/apps', undefined, bearer(renewed))).status).toBe(200);
  });

  it.each(['expire', 'revoke'] as const)('all %s at once', async (how) => {
    const lab = await startLab();
    const { access_token: old } = await token(lab);
    lab.control.endTokens(how);
    const refused = await lab.call('GET', '/apps', undefined, bearer(old));
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')?.includes('expired')).toBe(how === 'expire');
    expect((await lab.call('GET', '/apps', undefined, bearer((await token(lab)).access_token))).status).toBe(200);
  });

  it('live as briefly as a rule says', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { tokenLifetimeS: 5 }, match: { operation: 'Token' } });
    const { access_token: brief, expires_in: seconds } = await token(lab);
    expect(seconds).toBe(5);
    expect((await lab.call('GET', '/apps', undefined, bearer(brief))).status).toBe(200);
    await lab.control.advance(5000);
    expect((await lab.call('GET', '/apps', undefined, bearer(brief))).status).toBe(401);
  });

  it('are not given out while the endpoint is down, which says so as RFC 6749 does', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 503 }, match: { operation: 'Token' } });
    expect(await token(lab)).toMatchObject({ status: 503, error: 'server_error' });
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });
});

describe('a fault of a callback', () => {
  async function startWithWebhook(fault: Fault) {
    const lab = await startLab();
    const receiver = await startReceiver();
    const appId = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    await lab.done('POST', '/webhooks', {
      app_id: appId,
      target: receiver.url,
      target_type: 'HTTP',
      triggers: ALL_TRIGGERS,
      secret: 's3cret',
    });
    const added = lab.control.fault(fault);
    const verifier = createWebhookVerifier({ secrets: ['s3cret'], now: () => lab.control.now(), replayGuard: false });
    /** Is the callback with this key signed as it should be? */
    const check = async (key: string) => {
      const { headers, body } = receiver.got[receiver.keys().lastIndexOf(key)] ?? { headers: {}, body: '' };
      await verifier.verify(body, headers);
    };
    const writes = async (words: string) => {
      lab.control.contact('46700000001', 'SMS').writes(words);
      await lab.control.idle();
    };
    const words = () =>
      receiver.got.flatMap(({ body }) => (JSON.parse(body).message?.contact_message?.text_message?.text as string | undefined) ?? []);
    return { lab, receiver, added, check, writes, words };
  }

  const INBOUND = { trigger: 'MESSAGE_INBOUND' } as const;

  it('brings it twice, each with a signature of its own', async () => {
    const { receiver, writes, words, check } = await startWithWebhook({ effect: { duplicate: 1 }, match: INBOUND });
    await writes('Hi');
    expect(words()).toEqual(['Hi', 'Hi']);
    await check('message');
    const nonces = receiver.got.map(({ headers }) => headers['x-sinch-webhook-signature-nonce']);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('lets the next one overtake it', async () => {
    const { lab, writes, words } = await startWithWebhook({ effect: { reorder: true }, match: INBOUND, times: 1 });
    lab.control.contact('46700000001', 'SMS').writes('first');
    await writes('second');
    expect(words()).toEqual(['second', 'first']);
  });

  it("brings it late, in the emulator's time", async () => {
    const { lab, writes, words } = await startWithWebhook({ effect: { lateMs: 60_000 }, match: INBOUND });
    await writes('Hi');
    expect(words()).toEqual([]);
    await lab.control.advance(59_999);
    expect(words()).toEqual([]);
    await lab.control.advance(1);
    await lab.control.idle();
    expect(words()).toEqual(['Hi']);
  });

  it('brings it late even when the emulator was restarted meanwhile', async () => {
    const data = mkdtempSync(join(tmpdir(), 'convapi-faults-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const receiver = await startReceiver();
    const first = await startLab({ data });
    const appId = await first.app(['SMS']);
    await first.done('POST', '/webhooks', { app_id: appId, target: receiver.url, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    first.control.fault({ effect: { lateMs: 60_000, duplicate: 1 } });
    first.control.contact('46700000001', 'SMS').writes('Hi');
    await first.control.idle();
    await first.close();
    const second = await startLab({ data });
    expect(second.control.faults()).toEqual([]);
    expect(receiver.got).toEqual([]);
    await second.control.advance(60_000);
    await second.control.idle();
    expect(receiver.keys()).toEqual(['message', 'message']);
  });

  it('signs it with another secret', async () => {
    const { writes, check } = await startWithWebhook({ effect: { wrongSignature: true }, match: INBOUND });
    await writes('Hi');
    await expect(check('message')).rejects.toMatchObject({ reason: 'signature_mismatch' });
    await check('contact_create_notification');
  });

  it('loses it, though it happened', async () => {
    const { lab, added, writes, words } = await startWithWebhook({ effect: { lose: true }, match: INBOUND });
    await writes('Hi');
    expect(words()).toEqual([]);
    expect(lab.control.events().some(({ trigger }) => trigger === 'MESSAGE_INBOUND')).toBe(true);
    expect(added.fired()).toMatchObject([
      { at: 'callback', subject: { trigger: 'MESSAGE_INBOUND', channels: ['SMS'], identities: ['46700000001'] } },
    ]);
  });

  it('spares other addresses', async () => {
    const { writes, words } = await startWithWebhook({ effect: { lose: true }, match: { identity: '46700000002' } });
    await writes('Hi');
    expect(words()).toEqual(['Hi']);
  });
});

describe('an outage of a channel', () => {
  it('fails with its reason, so that messages fall back', async () => {
    const lab = await startLab();
    const appId = await lab.app(['RCS', 'SMS']);
    lab.control.fault({ effect: { outage: 'CHANNEL_FAILURE' }, match: { channel: 'RCS' } });
    const id = await lab.send(appId, [
      ['RCS', '46700000001'],
      ['SMS', '46700000001'],
    ]);
    expect(lab.reports(id)).toEqual(expect.arrayContaining(['SWITCHING_CHANNEL RCS CHANNEL_FAILURE', 'DELIVERED SMS']));
    expect(lab.control.firedFaults()).toMatchObject([{ at: 'channel', subject: { message_id: id, channels: ['RCS'] } }]);
  });

  it('is silent if it is to be, and over when its time is', async () => {
    const lab = await startLab();
    const appId = await lab.app(['SMS']);
    lab.control.fault({ effect: { outage: 'silence' }, match: { app_id: appId }, forMs: 10_000 });
    expect(lab.reports(await lab.send(appId, [['SMS', '46700000001']]))).toEqual(['QUEUED_ON_CHANNEL SMS']);
    await lab.control.advance(10_000);
    expect(lab.reports(await lab.send(appId, [['SMS', '46700000001']]))).toEqual(['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });
});

describe('presets', () => {
  it('make a channel flaky', async () => {
    const lab = await startLab({ presets: ['flaky-channel'] });
    const appId = await lab.app(['SMS']);
    const ends: (string | undefined)[] = [];
    for (let count = 0; count < 100; count += 1) ends.push(lab.reports(await lab.send(appId, [['SMS', '46700000001']])).at(-1));
    expect(new Set(ends)).toEqual(new Set(['DELIVERED SMS', 'FAILED SMS CHANNEL_FAILURE', 'QUEUED_ON_CHANNEL SMS']));
  });

  it('refuses what sends, and nothing else, when the credit is used up', async () => {
    const lab = await startLab({ presets: ['billing-limit'] });
    const app_id = await lab.app(['SMS']);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } };
    const answer = await lab.call('POST', '/messages:send', { app_id, recipient, message: text('Hello') });
    expect([answer.status, answer.body.error]).toMatchObject([
      403,
      { status: 'PERMISSION_DENIED', message: 'BILLING_CREDIT_LIMIT_BREACHED' },
    ]);
    expect((await lab.call('GET', `/apps/${app_id}`)).status).toBe(200);
  });

  it('make callbacks slow, and come back after a reset', async () => {
    const lab = await startLab({ presets: ['slow-callbacks', 'token-bucket'] });
    lab.control.removeFaults();
    expect(lab.control.faults()).toEqual([]);
    lab.control.reset();
    const receiver = await startReceiver();
    const appId = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', { app_id: appId, target: receiver.url, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    lab.control.contact('46700000001', 'SMS').writes('Hi');
    await lab.control.idle();
    expect(receiver.got).toEqual([]);
    await lab.control.advance(10_000);
    await lab.control.idle();
    expect(receiver.got.length).toBeGreaterThan(0);
  });
});

describe('/_emulator/faults', () => {
  it('adds, lists and removes rules', async () => {
    const lab = await startLab();
    const rule = { effect: { status: 503, retry_after_s: 2 }, match: { app_id: '01A', operation: 'App_GetApp' }, for_ms: 5000 };
    const added = await lab.call('POST', '/_emulator/faults', rule);
    expect(added).toMatchObject({ status: 200, body: { ...rule, id: 'fault-1', seen: 0, fired: 0 } });
    const answer = await lab.call('GET', '/apps/01A');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await lab.call('GET', '/_emulator/faults')).body.faults).toMatchObject([{ ...rule, seen: 1, fired: 1 }]);
    expect((await lab.call('GET', '/_emulator/faults/fired')).body.fired).toMatchObject([{ fault: 'fault-1', at: 'request' }]);
    await lab.call('DELETE', '/_emulator/faults/fault-1');
    expect((await lab.call('DELETE', '/_emulator/faults/fault-1')).status).toBe(400);
    await lab.call('POST', '/_emulator/faults', rule);
    await lab.call('DELETE', '/_emulator/faults');
    expect((await lab.call('GET', '/_emulator/faults')).body.faults).toEqual([]);
  });

  it('refuses what is no rule', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/_emulator/faults', { effect: { status: 503 }, machting: {} });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining('machting')]);
  });

  it('ends tokens', async () => {
    const lab = await startLab();
    const { access_token: old } = await token(lab);
    await lab.call('POST', '/_emulator/tokens', { end: 'revoke' });
    expect((await lab.call('GET', '/apps', undefined, { authorization: `Bearer ${old}` })).status).toBe(401);
    expect((await lab.call('POST', '/_emulator/tokens', { end: 'soon' })).status).toBe(400);
  });
});
