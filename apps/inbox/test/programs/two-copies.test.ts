import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, startEmulator } from '@convapi/emulator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { createPostgres, missingPostgres, type Postgres } from '../../../../scripts/vitest/postgres.ts';
import { signIn } from '../../src/demo/sign-in.ts';
import { createInbox, type StartInboxOptions } from '../../src/index.ts';
import { delivery, inbound, submit, text } from '../callbacks.ts';
import { type Copy, startCopy } from '../copies.ts';
import { SECRET, sendCallback } from '../harness.ts';

/** Callbacks with their repetitions, and sends. `.ci/run` has 3,000 and 300, the weekly run 5,000 and 500. */
const CALLBACKS = Number(process.env.CONVAPI_INBOX_CALLBACKS ?? 400);
const SENDS = Number(process.env.CONVAPI_INBOX_SENDS ?? 40);
const AT_ONCE = 16;
const PEOPLE = 40;
/** That are sent to; in each, what was written first goes out first. */
const CONVERSATIONS = 8;
const LEASE_MS = 6_000;
/** A copy that ended by itself would not come back. */
const MAX_TRIES = 600;

vi.setConfig({ testTimeout: 240_000 + 60 * (CALLBACKS + SENDS), hookTimeout: 240_000 });

/** The same numbers each time, so that a run that failed can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Does all of it, some at once. */
async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < items.length) {
        const index = next;
        next += 1;
        await work(items[index] as T, index);
      }
    }),
  );
}

describe.skipIf(missingPostgres)('two copies of the inbox on one PostgreSQL', () => {
  let postgres: Postgres;
  let emulator: Emulator;
  let options: Omit<StartInboxOptions, 'logger' | 'now' | 'fetch' | 'onCallback'>;
  let cookie: string;
  let contactId: string;
  let copies: [Copy, Copy];

  beforeAll(async () => {
    postgres = await createPostgres();
    emulator = await startEmulator({ region: 'eu' });
    const { url: baseUrl, tokenUrl, projectId, keyId, keySecret } = emulator;
    const client = createConversationClient({ projectId, region: 'eu', auth: clientCredentials({ keyId, keySecret, tokenUrl }), baseUrl });
    const sms = { channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'token' } } as const;
    const { id: appId = '' } = await client.apps.create({
      display_name: 'Support',
      processing_mode: 'CONVERSATION',
      channel_credentials: [sms],
    });
    const contact = await client.contacts.create({ channel_identities: [{ channel: 'SMS', identity: '+46709900000' }], language: 'EN' });
    contactId = contact.id ?? '';
    options = {
      projectId,
      region: 'eu',
      keyId,
      keySecret,
      appId,
      baseUrl,
      tokenUrl,
      webhookSecrets: SECRET,
      databaseUrl: postgres.url,
      sendLeaseMs: LEASE_MS,
      sendsPerSecond: 200,
      sendRetriesMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000],
    };
    // Both start at once, on a database in which there is nothing.
    copies = await Promise.all([startCopy(options), startCopy(options)]);
    const { addAgent, signInPath, close } = await createInbox(options);
    await addAgent({ name: 'Anna', email: 'anna@example.com', role: 'admin' });
    cookie = await signIn(`${copies[0].url}${await signInPath('anna@example.com')}`);
    await close();
  });
  afterAll(async () => {
    for (const copy of copies ?? []) await copy.kill('SIGKILL');
    await emulator?.close();
    await postgres?.remove();
  });

  const anyCopy = (index: number) => copies[index % 2] as Copy;

  function ask(copy: Copy, path: string, body?: object): Promise<Response> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return fetch(`${copy.url}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json' } });
  }

  /** As the service and the page do: again, at whichever copy answers, until one has taken it. */
  async function until(index: number, attempt: (copy: Copy) => Promise<boolean>): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      if (await attempt(anyCopy(index + tries)).catch(() => false)) return tries;
      if (tries === MAX_TRIES) throw new Error(`No copy answers: ${copies.flatMap(({ words }) => words.slice(-5)).join('\n')}`);
      await wait(100);
    }
  }

  it('have the same sessions, and tell the browsers of both what changes', async () => {
    for (const copy of copies) expect((await ask(copy, '/api/session')).status).toBe(200);
    const stream = await ask(copies[1], '/api/events');
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    const who = { channel: 'SMS', identity: '46709900000', contact: contactId };
    expect(await sendCallback(copies[0].url, { app_id: options.appId, ...inbound(who, 'FIRST', text('Hello?')) }, SECRET)).toBe(200);
    let seen = '';
    while (!seen.includes('event: conversation')) seen += new TextDecoder().decode((await reader.read()).value);
    expect(seen).toContain('conversationId');
    await reader.cancel();
  });

  it('lose nothing and double nothing, when one is killed twice and PostgreSQL crashes once', async () => {
    const next = random(7);
    const people = Array.from({ length: PEOPLE }, (_, n) => ({
      channel: 'SMS',
      identity: `46709${String(n).padStart(6, '0')}`,
      contact: `P${n}`,
    }));
    const person = (n: number) => people[n % PEOPLE] as (typeof people)[number];
    // Half of them bring messages, and the rest a message of another program with its reports.
    const inbounds = Math.floor(CALLBACKS * 0.4);
    const outbounds = Math.floor(CALLBACKS * 0.1);
    const once = [
      ...Array.from({ length: inbounds }, (_, n) => inbound(person(n), `IN${n}`, text(`in ${n}`), n % 60)),
      ...Array.from({ length: outbounds }, (_, n) => [
        submit(person(n), `OUT${n}`, text(`out ${n}`)),
        delivery(person(n), `OUT${n}`, 'QUEUED_ON_CHANNEL', 1),
        delivery(person(n), `OUT${n}`, 'DELIVERED', 2),
        delivery(person(n), `OUT${n}`, 'READ', 3),
      ]).flat(),
    ];
    const repeated = Array.from({ length: CALLBACKS - once.length }, () => once[Math.floor(next() * once.length)] as object);
    const all = shuffled([...once, ...repeated], next);

    const conversations: string[] = [];
    for (let n = 0; n < CONVERSATIONS; n += 1) {
      const begun = await ask(copies[0], '/api/conversations', { channel: 'SMS', identity: `4670880000${n}` });
      conversations.push((await begun.json()).conversation.id);
    }
    const drafts = Array.from({ length: SENDS }, (_, n) => ({ id: randomUUID(), message: text(`send ${n}`) }));
    const tries = { callbacks: 0, sends: 0 };
    const startedAt = performance.now();
    let taken = 0;
    const load = Promise.all([
      inLanes(all, AT_ONCE, async (payload, index) => {
        const callback = { app_id: options.appId, ...payload };
        const needed = await until(index, async ({ url }) => (await sendCallback(url, callback, SECRET)) === 200);
        tries.callbacks += needed;
        taken += 1;
      }),
      inLanes(drafts, 4, async (draft, index) => {
        const path = `/api/conversations/${conversations[index % CONVERSATIONS]}/messages`;
        const needed = await until(index, async (copy) => (await ask(copy, path, draft)).ok);
        tries.sends += needed;
      }),
    ]);
    for (const share of [0.2, 0.5]) {
      await vi.waitUntil(() => taken >= share * all.length, { timeout: 600_000, interval: 10 });
      await copies[0].kill('SIGKILL');
      copies[0] = await startCopy(options);
    }
    await vi.waitUntil(() => taken >= 0.75 * all.length, { timeout: 600_000, interval: 10 });
    await postgres.crash();
    for (const path of ['/readyz', '/api/conversations']) {
      const answer = await ask(copies[1], path);
      expect([answer.status, (await answer.json()).detail]).toEqual([
        503,
        'The database does not answer. Nothing was changed; try again in a moment.',
      ]);
    }
    expect((await ask(copies[1], '/healthz')).status).toBe(200);
    await postgres.start();
    await load;
    const loadMs = performance.now() - startedAt;

    const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
    const rows = async (query: string) => (await pool.query(query)).rows;
    await vi.waitUntil(async () => (await rows(`SELECT 1 FROM messages WHERE send_state = 'sending'`)).length === 0, {
      timeout: 200_000,
      interval: 250,
    });
    const settledMs = performance.now() - startedAt;

    // By what they say: the id alone is kept unique by the table.
    const stored = await rows(`SELECT words, count(*)::int FROM messages WHERE direction = 'in' AND wire_id LIKE 'IN%' GROUP BY 1`);
    const outs = await rows(
      `SELECT m.wire_id, count(d.*)::int AS reports FROM messages m LEFT JOIN delivery_reports d ON d.wire_id = m.wire_id WHERE m.wire_id LIKE 'OUT%' GROUP BY 1`,
    );
    const callbacks = {
      lost: inbounds + outbounds - stored.length - outs.filter(({ reports }) => reports === 3).length,
      doubled: [...stored, ...outs].filter(({ count = 1, reports = 3 }) => count > 1 || reports > 3).length,
    };
    expect(
      await rows(
        `SELECT 1 FROM conversations WHERE last_in_seq <> (SELECT max(seq) FROM messages m WHERE m.conversation_id = conversations.id AND m.direction = 'in')`,
      ),
    ).toEqual([]);

    await emulator.control.idle();
    const arrived = new Map<string, number>();
    for (const { message } of emulator.control.messages({ app_id: options.appId })) {
      const words = JSON.stringify(message).match(/send \d+/)?.[0] ?? '';
      arrived.set(words, (arrived.get(words) ?? 0) + 1);
    }
    const counts = drafts.map((_, n) => arrived.get(`send ${n}`) ?? 0);
    const lost = counts.filter((count) => count === 0).length;
    const doubled = counts.filter((count) => count > 1).length;
    const states = await rows(
      `SELECT coalesce(send_state, 'sent') AS state, count(*)::int FROM messages WHERE author_id IS NOT NULL AND direction = 'out' GROUP BY 1`,
    );
    console.info(
      `two copies: ${all.length} callbacks (${once.length} different, ${tries.callbacks} tries) and ${SENDS} sends (${tries.sends} tries) in ${(loadMs / 1000).toFixed(1)} s, ` +
        `settled after ${(settledMs / 1000).toFixed(1)} s; callbacks lost ${callbacks.lost}, doubled ${callbacks.doubled}; sends lost ${lost}, doubled ${doubled}`,
    );
    expect([callbacks, { lost, doubled }]).toEqual(Array(2).fill({ lost: 0, doubled: 0 }));
    expect(states).toEqual([{ state: 'sent', count: SENDS }]);
    for (const copy of copies) expect((await fetch(`${copy.url}/readyz`)).status).toBe(200);
    await pool.end();
  });

  it('end in peace: what was asked is answered, and nothing is left under way', async () => {
    await copies[1].kill('SIGTERM');
    await expect(fetch(`${copies[1].url}/healthz`)).rejects.toThrow();
    copies[1] = await startCopy(options);
  });
});
