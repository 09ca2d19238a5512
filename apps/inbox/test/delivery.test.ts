import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { delivery, submit, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
let count = 0;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

type Report = [status: string, second: number, channel?: string, code?: string];

/** An outbound message after these reports, which come in this order. `first` sends them before the message is known. */
async function after(reports: Report[], first = false) {
  count += 1;
  const who = { channel: 'RCS', identity: `467040000${String(count).padStart(2, '0')}` };
  const sendAll = async () => {
    for (const [status, second, channel = 'RCS', code] of reports) {
      const reason = code === undefined ? undefined : { code, description: `The underlying channel reported: ${code}` };
      expect(await inbox.callback(delivery({ ...who, channel }, `D${count}`, status, second, reason))).toBe(200);
    }
  };
  if (first) await sendAll();
  await inbox.callback(submit(who, `D${count}`, text('Hello')));
  if (!first) await sendAll();
  const [message] = await inbox.messages((await inbox.conversationWith(who.identity)).id);
  return message;
}

describe('delivery ticks', () => {
  it.each([
    [[], 'accepted'],
    [[['QUEUED_ON_CHANNEL', 1]], 'queued'],
    [
      [
        ['QUEUED_ON_CHANNEL', 1],
        ['DELIVERED', 2],
      ],
      'delivered',
    ],
    [
      [
        ['QUEUED_ON_CHANNEL', 1],
        ['READ', 2],
      ],
      'read',
    ],
  ] as [Report[], string][])('go up: %j is %s', async (reports, status) => {
    expect(await after(reports)).toMatchObject({ status, direction: 'out' });
  });

  it.each([
    [
      [
        ['READ', 3],
        ['DELIVERED', 2],
        ['QUEUED_ON_CHANNEL', 1],
      ],
      'read',
    ],
    [
      [
        ['DELIVERED', 2],
        ['QUEUED_ON_CHANNEL', 1],
      ],
      'delivered',
    ],
    [
      [
        ['FAILED', 3],
        ['QUEUED_ON_CHANNEL', 1],
      ],
      'failed',
    ],
    [
      [
        ['FAILED', 3],
        ['DELIVERED', 4],
        ['READ', 5],
      ],
      'failed',
    ],
  ] as [Report[], string][])('never go back: %j is %s', async (reports, status) => {
    expect(await after(reports)).toMatchObject({ status });
  });

  it('count reports that come before their message', async () => {
    expect(await after([['DELIVERED', 2]], true)).toMatchObject({ status: 'delivered' });
  });

  it('count a repeated report once', async () => {
    const switching: Report = ['SWITCHING_CHANNEL', 1, 'RCS', 'RECIPIENT_NOT_REACHABLE'];
    expect((await after([switching, switching]))?.switches).toHaveLength(1);
  });

  it('leave out a status that is new', async () => {
    expect(
      await after([
        ['DELIVERED', 1],
        ['FOLDED_INTO_A_PLANE', 2],
      ]),
    ).toMatchObject({ status: 'delivered' });
  });
});

describe('failures', () => {
  it('say why, in words and with the code', async () => {
    expect(await after([['FAILED', 1, 'RCS', 'OUTSIDE_ALLOWED_SENDING_WINDOW']])).toMatchObject({
      status: 'failed',
      reason: {
        code: 'OUTSIDE_ALLOWED_SENDING_WINDOW',
        text: 'Too long since the contact last wrote: the channel only takes templates now',
        detail: 'The underlying channel reported: OUTSIDE_ALLOWED_SENDING_WINDOW',
      },
    });
  });

  it('show a code that is new as it is, and say when there is none', async () => {
    expect(await after([['FAILED', 1, 'RCS', 'SOLAR_STORM']])).toMatchObject({ reason: { text: 'SOLAR_STORM' } });
    expect(await after([['FAILED', 1]])).toMatchObject({ reason: { text: 'No reason was given' } });
  });

  it('show from which channel to which a message moved, whatever order the reports come in', async () => {
    const reports: Report[] = [
      ['QUEUED_ON_CHANNEL', 1, 'RCS'],
      ['SWITCHING_CHANNEL', 2, 'RCS', 'RECIPIENT_NOT_REACHABLE'],
      ['SWITCHING_CHANNEL', 3, 'WHATSAPP', 'RECIPIENT_NOT_OPTED_IN'],
      ['DELIVERED', 4, 'SMS'],
    ];
    for (const order of [reports, reports.toReversed()]) {
      expect(await after(order)).toMatchObject({
        status: 'delivered',
        channel: 'SMS',
        switches: [
          { from: 'RCS', to: 'WHATSAPP', reason: { code: 'RECIPIENT_NOT_REACHABLE' } },
          { from: 'WHATSAPP', to: 'SMS', reason: { code: 'RECIPIENT_NOT_OPTED_IN' } },
        ],
      });
    }
  });

  it('tell of a switch before the next channel is known', async () => {
    expect((await after([['SWITCHING_CHANNEL', 1, 'RCS', 'CHANNEL_FAILURE']]))?.switches).toMatchObject([{ from: 'RCS', to: '' }]);
  });
});
