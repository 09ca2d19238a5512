import { afterEach, describe, expect, it } from 'vitest';
import { FAULT_NAMES, runFault } from '../src/faults/fault-case.ts';
import { runInFlight } from '../src/harness/run-in-flight.ts';
import { DATE_LIKE_NAME, PAGE_SIZE } from '../src/server/answers.ts';
import { type BenchServer, startBenchServer } from '../src/server/bench-server.ts';
import { createBucket, VENDOR_BUCKET } from '../src/server/token-bucket.ts';
import { runRush, runStorm } from '../src/storm/run-storm.ts';
import { sendBody } from '../src/subjects/by-hand.ts';
import { loadSubject, SUBJECT_NAMES } from '../src/subjects/load-subject.ts';
import { PHONE, settingsFor } from '../src/subjects/subject.ts';

let server: BenchServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(subject: string, pages = 3) {
  server = await startBenchServer({ record: true, pages });
  const settings = settingsFor(server.url);
  const client = (await loadSubject(subject))(settings);
  return { client, settings, requests: server.requests };
}

const isCall = ({ path }: { path: string }) => !path.endsWith('/oauth2/token');

describe.each(SUBJECT_NAMES.filter((name) => name !== 'twilio'))('%s', (subject) => {
  it('sends what it was asked to send, with a token it asked for once', async () => {
    const { client, settings, requests } = await start(subject);
    await client.send('Hello');
    await client.send('Again');
    const calls = requests.filter(isCall);
    expect(requests).toHaveLength(3);
    expect(calls.map(({ body }) => JSON.parse(body))).toEqual([sendBody(settings, 'Hello'), sendBody(settings, 'Again')]);
    expect(calls[0]).toMatchObject({ method: 'POST', path: `/v1/projects/${settings.projectId}/messages:send` });
    expect(calls[0]?.authorization).toMatch(/^Bearer \S+$/);
  });
});

describe('twilio', () => {
  it('sends what it was asked to send', async () => {
    const { client, requests } = await start('twilio');
    await client.send('Hello');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe('/2010-04-01/Accounts/AC0/Messages.json');
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toMatchObject({ To: `+${PHONE}`, Body: 'Hello' });
  });
});

describe.each(SUBJECT_NAMES)('%s, reading', (subject) => {
  it('walks over every page, each once', async () => {
    const { client, requests } = await start(subject);
    expect(await client.countItems()).toBe(3 * PAGE_SIZE);
    expect(requests.filter(isCall)).toHaveLength(3);
  });

  it('reads an item', async () => {
    const { client } = await start(subject);
    expect(new Date(String(await client.readText('01FC66621'))).getTime()).toBe(Date.parse(DATE_LIKE_NAME));
  });
});

describe('load', () => {
  it('makes as many calls as asked, with no more under way than asked', async () => {
    let underWay = 0;
    let most = 0;
    let made = 0;
    const call = async () => {
      underWay += 1;
      made += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
    };
    await runInFlight(call, 25, 4);
    expect({ made, most }).toEqual({ made: 25, most: 4 });
  });
});

describe('faults', () => {
  it.each(FAULT_NAMES)('convapi comes through: %s', async (name) => {
    expect(await runFault(name, await loadSubject('convapi'))).toBe(true);
  });

  it('counts a client that gives up as not coming through', async () => {
    expect(await runFault('503 once', await loadSubject('fetch by hand'))).toBe(false);
  });

  it('counts nothing where a fault cannot come the way of a client', async () => {
    expect(await runFault('token endpoint 503 once', await loadSubject('twilio'))).toBeUndefined();
  });

  it('refuses a name that it does not have', async () => {
    await expect(runFault('flood', await loadSubject('twilio'))).rejects.toThrow('"flood"');
    await expect(loadSubject('nobody')).rejects.toThrow('No client is named "nobody"');
  });
});

describe('token storm', () => {
  it('has a bucket that empties and fills as that of the vendor', () => {
    let nowMs = 0;
    const take = createBucket(VENDOR_BUCKET, () => nowMs);
    const taken = (count: number) => Array.from({ length: count }, take).filter(Boolean).length;
    expect(taken(50)).toBe(30);
    nowMs += 500;
    expect(taken(50)).toBe(5);
    nowMs += 60_000;
    expect(taken(50)).toBe(30);
  });

  it('counts sends that were taken and tokens that were asked for', async () => {
    expect(await runStorm('convapi', 5)).toMatchObject({ succeeded: 5, tokenRequests: 5 });
    expect(await runStorm('convapi, auth shared', 50)).toMatchObject({ succeeded: 50, tokenRequests: 1 });
    expect(await runRush('convapi', 50)).toMatchObject({ succeeded: 50, tokenRequests: 1 });
  });

  it('counts clients without a token as not taken', async () => {
    const { succeeded, tokenRequests } = await runStorm('fetch by hand', 100);
    expect(tokenRequests).toBe(100);
    expect(succeeded).toBeGreaterThanOrEqual(VENDOR_BUCKET.size);
    expect(succeeded).toBeLessThan(100);
  });
});
