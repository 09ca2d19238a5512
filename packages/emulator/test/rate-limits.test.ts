import { describe, expect, it } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { type Lab, startLab, text } from './support.ts';

const ADA = '46700000001';

async function token(lab: Lab): Promise<Response> {
  return fetch(lab.tokenUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}`,
    },
    body: 'grant_type=client_credentials',
  });
}

async function times<T>(count: number, call: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let index = 0; index < count; index += 1) results.push(await call());
  return results;
}

describe('calls of a project', () => {
  it('are refused with 429 beyond the limit, and taken again later', async () => {
    const lab = await startLab({ rateLimits: { requestsPerSecond: 3 } });
    const statuses = (await times(4, () => lab.call('GET', '/apps'))).map((answer) => answer.status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { body, headers } = await lab.call('GET', '/apps');
    expect(body.error).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' });
    expect(headers.has('retry-after')).toBe(false);
    await lab.control.advance(1000);
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });

  it('are 800 in a second by default', async () => {
    const lab = await startLab();
    const statuses = (await Promise.all(Array.from({ length: 801 }, () => lab.call('GET', '/apps')))).map((answer) => answer.status);
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([800, 1]);
  });

  it('are not counted with a limit of 0, nor by control', async () => {
    const open = await startLab({ rateLimits: { requestsPerSecond: 0 } });
    const many = await Promise.all(Array.from({ length: 900 }, () => open.call('GET', '/apps')));
    expect(many.every((answer) => answer.status === 200)).toBe(true);
    const lab = await startLab({ rateLimits: { requestsPerSecond: 1 } });
    const controls = await times(3, () => lab.call('GET', '/_emulator'));
    expect(controls.every((answer) => answer.status === 200)).toBe(true);
    lab.control.reset();
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it('gives as many as are asked for by default', async () => {
    const lab = await startLab();
    expect((await times(40, () => token(lab))).every((answer) => answer.ok)).toBe(true);
  });

  it('gives 30 at once and 10 per second with the preset, without Retry-After', async () => {
    const lab = await startLab({ presets: ['token-bucket'] });
    const answers = await times(31, () => token(lab));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(30);
    expect([answers.at(-1)?.status, answers.at(-1)?.headers.has('retry-after')]).toEqual([429, false]);
    await lab.control.advance(500);
    expect((await times(6, () => token(lab))).map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('the outbound queue of an app', () => {
  const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: ADA }] } };

  it('drains at its rate, urgent messages first', async () => {
    const lab = await startLab({ rateLimits: { outboundPerSecond: 1 } });
    const app_id = await lab.app(['SMS']);
    for (const [words, queue] of [
      ['one', 'NORMAL_PRIORITY'],
      ['two', 'NORMAL_PRIORITY'],
      ['now', 'HIGH_PRIORITY'],
    ] as const) {
      await lab.done('POST', '/messages:send', { app_id, recipient, message: text(words), queue });
    }
    const words = () => lab.control.messages().map(({ message }) => JSON.stringify(message).slice(25, 28));
    await lab.control.advance(0);
    expect(words()).toEqual(['one']);
    expect(await lab.done('GET', `/apps/${app_id}`)).toMatchObject({ queue_stats: { outbound_size: 2, outbound_limit: 500_000 } });
    await lab.control.advance(1000);
    expect(words()).toEqual(['one', 'now']);
    await lab.control.advance(1000);
    expect(words()).toEqual(['one', 'now', 'two']);
  });

  it('refuses with 429 when it is full', async () => {
    const lab = await startLab({ rateLimits: { outboundPerSecond: 1, outboundQueue: 2 } });
    const app_id = await lab.app(['SMS']);
    await lab.control.advance(0);
    const send = async () => (await lab.call('POST', '/messages:send', { app_id, recipient, message: text('x') })).status;
    const statuses = await times(6, send);
    expect([statuses.slice(0, 2), statuses.at(-1)]).toEqual([[200, 200], 429]);
    await lab.control.advance(5000);
    expect(await send()).toBe(200);
    const other = await lab.app(['SMS']);
    expect((await lab.call('POST', '/messages:send', { app_id: other, recipient, message: text('x') })).status).toBe(200);
  });
});

it.each([
  [{ presets: ['slow-motion' as never] }, 'There is no preset slow-motion'],
  [{ rateLimits: { tokenBurst: -1 } }, 'rateLimits.tokenBurst is -1'],
  [{ rateLimits: { requestsPerSecond: 0.5 } }, 'rateLimits.requestsPerSecond is 0.5'],
])('refuses the options %j', async (options, message) => {
  await expect(startEmulator(options)).rejects.toThrow(message);
});
