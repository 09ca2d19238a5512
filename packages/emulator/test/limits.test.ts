import { createServer, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEventLog } from '../src/callbacks/event-log.ts';
import { createPoster } from '../src/callbacks/poster.ts';
import { waitForEvent } from '../src/control/wait-for.ts';
import { type EmulatorOptions, type EmulatorSnapshot, startEmulator } from '../src/index.ts';
import { startWith } from '../src/start-emulator.ts';
import { createClock } from '../src/time/clock.ts';
import { makeFolder } from './state-folder.ts';
import { credential, type Lab, startLab, startReceiver } from './support.ts';

const NUMBER = '46700000001';
const HOUR_MS = 3_600_000;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`;
}

async function listenTo(lab: Lab, target: string, extra: object = {}): Promise<string> {
  const appId = await lab.app(['SMS']);
  await lab.done('POST', '/webhooks', { app_id: appId, target, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'], ...extra });
  return appId;
}

/** Answers its head, and then a byte now and then, for ever. */
const drip: RequestListener = (incoming, response) => {
  incoming.resume();
  response.writeHead(200).write('.');
  const timer = setInterval(() => response.write('.'), 100);
  response.on('close', () => clearInterval(timer));
};

describe('a receiver whose answer has no end', () => {
  it.each<[string, RequestListener]>([
    ['drips', drip],
    ['stops after the head', (incoming, response) => void incoming.resume().on('end', () => response.writeHead(200).flushHeaders())],
  ])('that %s does not hold up other callbacks', async (_, listener) => {
    const target = await serve(listener);
    const lab = await startLab({ webhooks: { timeoutMs: 1000 } });
    await listenTo(lab, target);
    // More than there are connections to one receiver.
    for (let index = 0; index < 140; index += 1) lab.control.contact(String(46_700_000_000 + index), 'SMS').writes('Hi');
    await lab.control.idle();
    const states = lab.control.callbacks().map(({ state, attempts }) => `${state} ${attempts.length}`);
    expect(states).toEqual(Array.from({ length: 140 }, () => 'delivered 1'));
  });

  it('does not hold up callbacks where it is the one that gives tokens', async () => {
    const endpoint = await serve(drip);
    const receiver = await startReceiver();
    const lab = await startLab({ webhooks: { timeoutMs: 100, retryDelaysMs: [] } });
    await listenTo(lab, receiver.url, { client_credentials: { client_id: 'id', client_secret: 'secret', endpoint } });
    lab.control.contact(NUMBER, 'SMS').writes('Hi');
    await lab.control.idle();
    expect(lab.control.callbacks()).toMatchObject([
      { state: 'dropped', attempts: [{ error: 'token endpoint: no end of the answer within 100 ms' }] },
    ]);
  });
});

describe('the rules for targets', () => {
  const stranger = 'http://192.0.2.2/x';

  /** A snapshot with a callback that is still to be sent, to a target that was allowed then. */
  async function snapshotWithCallback(): Promise<EmulatorSnapshot> {
    const lab = await startLab({ webhooks: { timeoutMs: 1, allowTargets: ['*'] } });
    await listenTo(lab, stranger);
    lab.control.contact(NUMBER, 'SMS').writes('Hi');
    await lab.control.idle();
    const snapshot = lab.control.snapshot();
    expect(Object.keys(snapshot.state.callbacks ?? {})).toHaveLength(1);
    return snapshot;
  }

  const refused = [{ target: stranger, state: 'refused', attempts: [{}, { error: expect.stringContaining('not on this machine') }] }];

  it('hold for callbacks of a snapshot, loaded or as a seed', async () => {
    const snapshot = await snapshotWithCallback();
    const lab = await startLab();
    expect((await lab.call('PUT', '/_emulator/snapshot', snapshot)).status).toBe(200);
    await lab.control.advance(10_000);
    await lab.control.idle();
    expect(lab.control.callbacks()).toMatchObject(refused);
    const seeded = await startLab({ seed: snapshot });
    await seeded.control.advance(10_000);
    await seeded.control.idle();
    expect(seeded.control.callbacks()).toMatchObject(refused);
  });

  it('hold for callbacks of a data folder that another emulator wrote', async () => {
    const data = makeFolder();
    const first = await startLab({ data, webhooks: { timeoutMs: 1, allowTargets: ['*'] } });
    await listenTo(first, stranger);
    first.control.contact(NUMBER, 'SMS').writes('Hi');
    await first.control.idle();
    await first.close();
    const second = await startLab({ data });
    await second.control.advance(10_000);
    await second.control.idle();
    expect(second.control.callbacks()).toMatchObject(refused);
    expect(second.control.snapshot().state.callbacks).toEqual({});
  });

  it.each([stranger, 'http://[2001:db8::1]/x', 'http://169.254.169.254/latest', 'ftp://127.0.0.1/x', 'nonsense'])(
    'hold where a connection is made, for addresses that need no look-up: %s',
    async (target) => {
      const poster = createPoster(100, []);
      onTestFinished(() => poster.close());
      await expect(poster.post(target, {}, '{}')).rejects.toThrow(/^The target /);
      await expect(poster.ask(target, {}, '{}')).rejects.toThrow(/^The target /);
    },
  );
});

describe('signatures', () => {
  it('carry real time, so that receivers take them after the clock was moved', async () => {
    const verifier = createWebhookVerifier({ secrets: ['secret'] });
    const verdicts: unknown[] = [];
    const target = await serve((incoming, response) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += chunk;
      });
      incoming.on('end', async () => {
        const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
        verdicts.push(await verifier.verify(body, headers).catch((error: unknown) => error));
        response.end();
      });
    });
    const lab = await startLab({ webhooks: { now: Date.now } });
    await listenTo(lab, target, { secret: 'secret' });
    await lab.control.advance(25 * HOUR_MS);
    lab.control.contact(NUMBER, 'SMS').writes('Hi');
    await lab.control.idle();
    expect(verdicts).toMatchObject([{ trigger: 'MESSAGE_INBOUND', event_time: new Date(lab.control.now()).toISOString() }]);
  });
});

describe('a client that hangs up', () => {
  /** Sends the start of a call, and hangs up. */
  async function hangUp(url: string, lines: string[]): Promise<void> {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) => socket.write(lines.join('\r\n'), () => resolve()));
    await new Promise<void>((resolve) => socket.destroy().once('close', () => resolve()));
  }

  it('in the middle of a body is no bug of the emulator', async () => {
    const bugs: unknown[] = [];
    const emulator = await startWith({}, { onError: (error) => bugs.push(error), tell: () => undefined });
    onTestFinished(() => emulator.close());
    const authorization = `authorization: Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;
    const paths = [`/v1/projects/${emulator.projectId}/apps`, '/_emulator/inbound', '/oauth2/token', '/_emulator/namespaces'];
    for (const path of paths) {
      const type = path === '/oauth2/token' ? 'application/x-www-form-urlencoded' : 'application/json';
      const head = [`POST ${path} HTTP/1.1`, 'host: localhost', authorization, `content-type: ${type}`];
      await hangUp(emulator.url, [...head, 'content-length: 100', '', '{']);
      await hangUp(emulator.url, [...head, 'transfer-encoding: chunked', '', '5', '{"a":']);
    }
    // Served behind those that hung up.
    for (let index = 0; index < 5; index += 1) expect((await fetch(`${emulator.url}/_emulator`)).status).toBe(200);
    expect(bugs).toEqual([]);
  });

  it('while it waits for an event is forgotten at once', async () => {
    const events = createEventLog(10);
    let listeners = 0;
    const counted = {
      ...events,
      listen(listener: Parameters<typeof events.listen>[0]) {
        listeners += 1;
        const stop = events.listen(listener);
        return () => {
          listeners -= 1;
          stop();
        };
      },
    };
    const client = new AbortController();
    const waiting = waitForEvent(counted, { trigger: 'MESSAGE_INBOUND' }, { signal: client.signal });
    expect(listeners).toBe(1);
    client.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
    expect(listeners).toBe(0);
    await expect(waitForEvent(counted, {}, { signal: client.signal })).rejects.toThrow('hung up');
    expect(listeners).toBe(0);
  });

  it('while it waits for idle is forgotten at once', async () => {
    const clock = createClock(
      () => 0,
      () => undefined,
    );
    void clock.track(new Promise(() => undefined));
    const client = new AbortController();
    const waiting = clock.idle(client.signal);
    client.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
  });

  it.each([
    ['/_emulator/wait', '{"trigger":"OPT_OUT","timeout_ms":60000}'],
    ['/_emulator/idle', '{}'],
  ])('ends %s over HTTP, without a word', async (path, body) => {
    const bugs: unknown[] = [];
    const silent = await startReceiver(() => undefined);
    const emulator = await startWith({}, { onError: (error) => bugs.push(error), tell: () => undefined });
    onTestFinished(() => emulator.close());
    let begun = 0;
    let ended = 0;
    for (const name of ['waitFor', 'idle'] as const) {
      const original = emulator.control[name].bind(emulator.control) as (...args: never[]) => Promise<unknown>;
      emulator.control[name] = (async (...args: never[]) => {
        begun += 1;
        await original(...args).finally(() => {
          ended += 1;
        });
      }) as never;
    }
    await startWork(emulator, silent.url);
    const call = request(emulator.url + path, { method: 'POST', headers: { 'content-type': 'application/json' } });
    call.on('error', () => undefined);
    call.end(body);
    await expect.poll(() => begun).toBe(1);
    expect(ended).toBe(0);
    call.destroy();
    await expect.poll(() => ended).toBe(1);
    expect(bugs).toEqual([]);
  });

  /** A callback that nobody answers, so that there is something under way. */
  async function startWork(
    { url, projectId, keyId, keySecret, control }: Awaited<ReturnType<typeof startWith>>,
    target: string,
  ): Promise<void> {
    const post = async (path: string, body: object) => {
      const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/projects/${projectId}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as { id: string };
    };
    const { id } = await post('/apps', { display_name: 'Shop', channel_credentials: [credential('SMS')] });
    await post('/webhooks', { app_id: id, target, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    control.contact(NUMBER, 'SMS').writes('Hi');
  }
});

describe('times that no timer and no calendar holds', () => {
  it.each([1e12, 2 ** 31, -1])('are refused where one waits: %d', async (timeout_ms) => {
    const lab = await startLab();
    const { status, body } = await lab.call('POST', '/_emulator/wait', { trigger: 'MESSAGE_INBOUND', timeout_ms });
    expect([status, body.emulator_error]).toMatchObject([400, { message: expect.stringContaining('from 0 to 2147483647') }]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('are refused in a test: %d', async (timeoutMs) => {
    const lab = await startLab();
    await expect((async () => lab.control.waitFor({}, { timeoutMs }))()).rejects.toMatchObject({ name: 'EmulatorError' });
  });

  it.each<EmulatorOptions>([
    { webhooks: { timeoutMs: 2 ** 31 } },
    { webhooks: { timeoutMs: Number.POSITIVE_INFINITY } },
    { webhooks: { retryDelaysMs: [Number.NaN] } },
    { channelDelayMs: Number.POSITIVE_INFINITY },
    { retentionDayMs: Number.POSITIVE_INFINITY },
  ])('are refused as options: %o', async (options) => {
    await expect(startLab(options)).rejects.toMatchObject({ name: 'EmulatorError' });
  });

  it.each(['+010000-01-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', 'soon'])('are refused in a snapshot: %s', async (time) => {
    const lab = await startLab();
    const { status, body } = await lab.call('PUT', '/_emulator/snapshot', { ...lab.control.snapshot(), time });
    expect([status, body.emulator_error]).toMatchObject([400, { message: expect.stringContaining('no time') }]);
    expect((await lab.call('GET', '/_emulator/clock')).status).toBe(200);
  });

  it.each([
    ['messages', { one: { id: 'one', appId: 'a', acceptedMs: 1e300, expiresMs: null, wire: { id: 'one' } } }],
    ['jobs', { '00000000000001': { job: { kind: 'publish' }, dueMs: 'soon' } }],
    ['callbacks', { one: null }],
  ])('or rows that are wrong are refused in %s of a snapshot', async (part, rows) => {
    const lab = await startLab();
    const snapshot = lab.control.snapshot();
    const { status, body } = await lab.call('PUT', '/_emulator/snapshot', { ...snapshot, state: { ...snapshot.state, [part]: rows } });
    expect([status, body.emulator_error]).toMatchObject([400, { message: expect.stringContaining('damaged') }]);
  });
});

describe('a host beyond this machine', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.example.com'])('needs an admin token: %s', async (host) => {
    await expect(startEmulator({ host })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringMatching(/Give an adminToken \(--admin-token\), or leave the host out/),
    });
  });

  it('is fine with one, and /_emulator asks for it', async () => {
    const emulator = await startEmulator({ host: '0.0.0.0', adminToken: 't0ken' });
    onTestFinished(() => emulator.close());
    expect((await fetch(`${emulator.url}/_emulator/snapshot`)).status).toBe(401);
    expect((await fetch(`${emulator.url}/_emulator/snapshot`, { headers: { authorization: 'Bearer t0ken' } })).status).toBe(200);
  });

  it.each(['127.0.0.1', 'localhost', '127.0.0.2'])('is not one of this machine: %s', async (host) => {
    await (await startEmulator({ host })).close();
  });
});
