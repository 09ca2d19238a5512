import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { EmulatorFrame } from '../../src/index.ts';
import { type Lab, startLab, startReceiver } from '../support.ts';
import { openStream } from './read-stream.ts';

const ADA = '46700000001';

const isEvent = (trigger: string) => (frame: EmulatorFrame) => frame.type === 'event' && frame.trigger === trigger;
const typesOf = (frames: EmulatorFrame[]) => [...new Set(frames.map(({ type }) => type))];

/** Lets contacts write so many messages, each an event of its own. */
async function write(lab: Lab, count: number): Promise<void> {
  const contact = lab.control.contact(ADA, 'SMS');
  for (let index = 0; index < count; index += 1) contact.writes(`message ${index}`);
  await lab.control.idle();
}

describe('the stream', () => {
  it('tells what happens, each thing with an id, as server-sent events', async () => {
    const lab = await startLab();
    const stream = await openStream(`${lab.url}/_emulator/stream`);
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const receiver = await startReceiver();
    const app = await lab.app(['RCS'], { processing_mode: 'CONVERSATION' });
    const triggers = ['MESSAGE_DELIVERY', 'MESSAGE_INBOUND'];
    await lab.done('POST', '/webhooks', { app_id: app, target: receiver.url, target_type: 'HTTP', triggers });
    const id = await lab.send(app, [['RCS', ADA]]);
    lab.control.contact(ADA, 'RCS').reads();
    lab.control.contact(ADA, 'RCS').types();
    lab.control.contact(ADA, 'RCS').reacts('👍');
    lab.control.channel('RCS').answers({ status: 'READ' });
    lab.control.fault({ effect: { latencyMs: 1 } });
    await lab.control.advance(60_000);
    const { id: key } = lab.control.createKey('laptop');
    lab.control.contact(ADA, 'RCS').writes('Bye');
    await lab.control.idle();
    const frames = await stream.until((frame) => frame.type === 'callback' && frame.callback.gist === 'Bye' && frame.callback.attempts > 0);
    expect(typesOf(frames).sort()).toEqual(
      [
        'answers',
        'app',
        'callback',
        'clock',
        'contact',
        'conversation',
        'event',
        'fault',
        'handset',
        'key',
        'request',
        'typing',
        'webhook',
      ].sort(),
    );
    const seqs = frames.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(frames.find((frame) => frame.type === 'app')).toMatchObject({
      op: 'put',
      id: app,
      region: 'us',
      resource: { display_name: 'Test' },
    });
    expect(frames.findLast((frame) => frame.type === 'handset' && frame.entry.message_id === id)).toMatchObject({
      entry: { status: 'READ', reactions: [{ from: 'contact', emoji: '👍' }], sender: { name: 'Test', id: 'rcs-sender' } },
    });
    expect(frames.find((frame) => frame.type === 'typing')).toMatchObject({ from: 'contact', is_typing: true, identity: ADA });
    expect(frames.find((frame) => frame.type === 'request')).toMatchObject({ request: { operation: 'App_CreateApp', status: 200 } });
    expect(frames.find((frame) => frame.type === 'key')).toMatchObject({ op: 'put', id: key, key: { name: 'laptop' } });
    expect(frames.find((frame) => frame.type === 'clock')).toMatchObject({ now: '2026-11-21T12:01:00.000Z', offset_ms: 60_000 });
    expect(frames.find(isEvent('MESSAGE_DELIVERY'))).toMatchObject({ gist: `QUEUED_ON_CHANNEL RCS ${ADA}`, message_id: id });
    stream.leave();
  });

  it('goes on behind the seq of any answer, and nothing is missed between the two', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const before = (await (await fetch(`${lab.url}/_emulator/events`)).json()) as { seq: number; events: unknown[] };
    await write(lab, 3);
    const stream = await openStream(`${lab.url}/_emulator/stream?after=${before.seq}`);
    const frames = await stream.until((frame) => frame.type === 'event' && frame.gist === 'message 2');
    expect(frames.filter(isEvent('MESSAGE_INBOUND'))).toHaveLength(3);
    stream.leave();
  });

  it('tells 10,000 events through two broken connections: none lost, none twice', async () => {
    const lab = await startLab({ logLimit: 20_000 });
    await lab.app(['SMS']);
    const gists: string[] = [];
    let last = lab.control.seq();
    for (const [from, to] of [
      [0, 4000],
      [4000, 7000],
      [7000, 10_000],
    ] as const) {
      const stream = await openStream(`${lab.url}/_emulator/stream`, { 'last-event-id': String(last) });
      const contact = lab.control.contact(ADA, 'SMS');
      for (let index = from; index < to; index += 1) contact.writes(`message ${index}`);
      // Broken half-way: what follows is told by the next connection.
      const until = to === 10_000 ? to - 1 : Math.floor((from + to) / 2);
      const frames = await stream.until((frame) => frame.type === 'event' && frame.gist === `message ${until}`);
      stream.leave();
      gists.push(...frames.filter(isEvent('MESSAGE_INBOUND')).map((frame) => (frame.type === 'event' ? frame.gist : '')));
      last = frames.at(-1)?.seq ?? 0;
    }
    expect(gists).toEqual(Array.from({ length: 10_000 }, (_, index) => `message ${index}`));
  });

  it.each([
    ['of another run', () => 17],
    ['of nobody', (seq: number) => seq + 1000],
  ])('says with a gap that a cursor %s leads nowhere, and goes on from here', async (_, toCursor) => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const stream = await openStream(`${lab.url}/_emulator/stream?after=${toCursor(lab.control.seq())}`);
    await write(lab, 1);
    const frames = await stream.until(isEvent('MESSAGE_INBOUND'));
    expect(frames[0]).toEqual({ type: 'gap', reason: 'cursor', seq: expect.any(Number) });
    stream.leave();
  });

  it('refuses a cursor that is none, and parameters that it does not have', async () => {
    const lab = await startLab();
    for (const query of ['after=soon', 'after=-1', 'since=1', 'after=1&after=2']) {
      expect((await lab.call('GET', `/_emulator/stream?${query}`)).body.emulator_error).toMatchObject({ kind: 'bad-request' });
    }
  });

  it('keeps nothing for a client that never reads, which finds a gap when it does', async () => {
    const lab = await startLab({ logLimit: 50 });
    await lab.app(['SMS']);
    const reader = lab.control.stream();
    const socket = connect(Number(new URL(lab.url).port), '127.0.0.1');
    socket.pause();
    socket.write('GET /_emulator/stream HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    await write(lab, 500);
    expect((await reader.next()).value).toMatchObject({ type: 'gap', reason: 'slow' });
    expect(lab.control.events()).toHaveLength(50);
    socket.destroy();
    await reader.return?.();
  });

  it('says that all has to be read again after a reset and after a snapshot, and not what was in it', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    await write(lab, 5);
    const snapshot = lab.control.snapshot();
    const frames = lab.control.stream();
    lab.control.reset();
    expect((await frames.next()).value).toMatchObject({ type: 'gap', reason: 'reset' });
    lab.control.load(snapshot);
    const next = await frames.next();
    expect(next.value).toMatchObject({ type: expect.stringMatching(/gap|fault/) });
    await frames.return?.();
  });

  it('ends with the emulator, and for an iterator with its signal', async () => {
    const lab = await startLab();
    const [ended, aborted] = [lab.control.stream(), new AbortController()];
    const waiting = lab.control.stream({ signal: aborted.signal }).next();
    aborted.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    const last = ended.next();
    const namespace = await lab.namespace('one');
    const inNamespace = namespace.control.stream().next();
    await namespace.close();
    expect(await inNamespace).toEqual({ done: true, value: undefined });
    await lab.close();
    expect(await last).toEqual({ done: true, value: undefined });
  });

  it('tells a namespace what happens there, and nothing else', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const shop = await lab.namespace('shop');
    const stream = await openStream(`${lab.url}/_emulator/namespaces/shop/stream`);
    await write(lab, 1);
    shop.control.channel('RCS').answers({ status: 'READ' });
    expect(typesOf(await stream.until((frame) => frame.type === 'answers'))).toEqual(['answers']);
    stream.leave();
  });

  it('is forgotten when the client hangs up, be it 300 of them', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const sockets = Array.from({ length: 300 }, () => {
      const socket = connect(Number(new URL(lab.url).port), '127.0.0.1');
      socket.write('GET /_emulator/stream HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
      return socket;
    });
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
    expect(await lab.done('GET', '/_emulator')).toMatchObject({ listeners: 300 });
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await lab.done('GET', '/_emulator')).listeners).toBe(0);
  });
});

describe('a plan', () => {
  it('is told when something is due later, and when it is done', async () => {
    const lab = await startLab({ webhooks: { retryDelaysMs: [5000] } });
    const receiver = await startReceiver((attempt) => (attempt === 1 ? 503 : 200));
    const app = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', { app_id: app, target: receiver.url, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    const stream = await openStream(`${lab.url}/_emulator/stream`);
    await write(lab, 1);
    const planned = (await stream.until((frame) => frame.type === 'plan')).at(-1);
    expect(planned).toMatchObject({ total: 1, next: { kind: 'retry-callback', due: '2026-11-21T12:00:05.000Z', in_ms: 5000 } });
    expect(await lab.done('POST', '/_emulator/clock', { to: 'next' })).toMatchObject({
      now: '2026-11-21T12:00:05.000Z',
      happened: { kind: 'retry-callback' },
    });
    await lab.control.idle();
    const frames = await stream.until((frame) => frame.type === 'callback' && frame.callback.state === 'delivered');
    expect(frames.findLast((frame) => frame.type === 'plan')).toMatchObject({ total: 0, next: null });
    expect(await lab.done('GET', '/_emulator/plan')).toMatchObject({ planned: [], total: 0 });
    expect(await lab.done('POST', '/_emulator/clock', { to: 'next' })).toMatchObject({ happened: null });
    stream.leave();
  });
});
