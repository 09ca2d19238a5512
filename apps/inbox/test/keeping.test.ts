import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from '@convapi/message-builder';
import { PGlite } from '@electric-sql/pglite';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPglite } from '../src/database/open-pglite.ts';
import * as schema from '../src/database/schema.ts';
import { sweep } from '../src/retention/sweep.ts';
import { inbound } from './callbacks.ts';
import { createDataFolder } from './data-folder.ts';
import { postCallback, SECRET, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const MIGRATIONS = new URL('../migrations/', import.meta.url);
const ANNA = { channel: 'SMS', identity: '46715000001', contact: 'ANNA' };

it('the migrations make the tables that the schema has', async () => {
  const last = (await readdir(new URL('meta/', MIGRATIONS)))
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const before = JSON.parse(await readFile(new URL(`meta/${last}`, MIGRATIONS), 'utf8'));
  expect(await generateMigration(before, generateDrizzleJson(schema, before.id))).toEqual([]);
});

it('a folder from before there were migrations goes on, with what it holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'convapi-inbox-old-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const old = await PGlite.create(folder);
  // The first migration is the tables as they were; nothing notes that it ran.
  await old.exec((await readFile(new URL('0000_first.sql', MIGRATIONS), 'utf8')).replaceAll('--> statement-breakpoint', ''));
  await old.exec(`
    INSERT INTO conversations (id, name, read_seq, last_at) VALUES ('old', 'Anna', 1, '2026-01-01');
    INSERT INTO contacts VALUES ('ANNA', 'old');
    INSERT INTO identities VALUES ('SMS:46715000001', 'old', 'SMS', '46715000001', '2026-01-01');
    INSERT INTO messages (id, wire_id, conversation_id, direction, channel, content, at) VALUES ('m1', 'W1', 'old', 'in', 'SMS', '{"text_message":{"text":"Hello"}}', '2026-01-01');
    INSERT INTO messages (id, conversation_id, direction, channel, content, at, send_state) VALUES ('m2', 'old', 'out', '', '{"text_message":{"text":"Hi"}}', '2026-01-02', 'sending');
    INSERT INTO messages (id, wire_id, conversation_id, direction, channel, content, at, resent) VALUES ('m3', 'W3', 'old', 'out', 'SMS', '{"text_message":{"text":"Hi again"}}', '2026-01-03', true);`);
  await old.close();
  const inbox = await startHarness({ dataDir: folder });
  expect(await inbox.conversationWith('Anna')).toMatchObject({ id: 'old', channelIdentity: '+46715000001', state: 'open' });
  expect((await inbox.messages('old')).map(({ summary, status, resentAs }) => [summary, status, resentAs])).toEqual([
    ['Hello', 'received', undefined],
    // nobody knows any more
    ['Hi', 'unsure', undefined],
    ['Hi again', 'accepted', ''],
  ]);
  await inbox.callback(inbound(ANNA, 'W4', text('And now?')));
  expect(await inbox.conversationWith('Anna')).toMatchObject({ unread: 1 });
  await inbox.close();
});

it('what is too old goes, with all that belongs to it; what is under way, and what is new, stays', async () => {
  const dataDir = await createDataFolder();
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const { db, executeSql, close } = await openPglite(dataDir);
  await executeSql(`
    INSERT INTO conversations (id, listed, last_at) VALUES ('old', true, now() - interval '40 days'), ('new', true, now()), ('begun', false, 'epoch');
    INSERT INTO contacts VALUES ('C1', 'old'), ('C2', 'new');
    INSERT INTO identities (key, conversation_id, channel, identity) VALUES ('SMS:1', 'old', 'SMS', '1'), ('SMS:2', 'new', 'SMS', '2');
    INSERT INTO reads VALUES ('a', 'old', 1), ('a', 'new', 1);
    INSERT INTO messages (id, wire_id, conversation_id, direction, channel, content, at) VALUES
      ('m1', 'W1', 'old', 'out', '', '{}', now() - interval '40 days'), ('m2', 'W2', 'new', 'out', '', '{}', now() - interval '31 days'), ('m3', 'W3', 'new', 'in', '', '{}', now());
    INSERT INTO messages (id, conversation_id, direction, channel, content, at, send_state) VALUES ('m4', 'new', 'out', '', '{}', now() - interval '31 days', 'sending');
    INSERT INTO delivery_reports (wire_id, status, channel, reported_at) VALUES ('W1', 'READ', '', ''), ('W3', 'READ', '', '');
    INSERT INTO sends (message_id, request) VALUES ('m1', '{}'), ('m4', '{}');
    INSERT INTO uploads VALUES ('u1', '', '', '', now() - interval '31 days'), ('u2', '', '', '', now());
    INSERT INTO callbacks VALUES ('h1', now() - interval '8 days'), ('h2', now());`);
  const left = async () => {
    const query = sql`SELECT 'conversation ' || id AS what FROM conversations UNION ALL SELECT contact_id FROM contacts UNION ALL SELECT key FROM identities
      UNION ALL SELECT 'read ' || conversation_id FROM reads UNION ALL SELECT id FROM messages UNION ALL SELECT 'report ' || wire_id FROM delivery_reports
      UNION ALL SELECT 'send ' || message_id FROM sends UNION ALL SELECT id FROM uploads UNION ALL SELECT hash FROM callbacks`;
    return ((await db.execute(query)) as unknown as { rows: { what: string }[] }).rows.map(({ what }) => what).sort();
  };
  const all = await left();
  await sweep(db, undefined);
  expect(await left()).toEqual(all.filter((what) => what !== 'h1'));
  await sweep(db, 30);
  expect(await left()).toEqual(
    ['conversation new', 'conversation begun', 'C2', 'SMS:2', 'read new', 'm3', 'm4', 'report W3', 'send m4', 'u2', 'h2'].sort(),
  );
  await close();
});

it('takes what is large, odd or out of time, and loses nothing of it', async () => {
  let clockMs = Date.parse('2026-06-01T12:00:00Z');
  const inbox = await startHarness({ now: () => clockMs, webhookSecrets: [SECRET] });
  const megabyte = await postCallback(inbox.url, inbound(ANNA, 'LARGE', text(`needle ${'ä'.repeat(500_000)}`)), SECRET).catch(
    () => undefined,
  );
  // signed with the time of this machine, which the inbox is far from
  expect(megabyte?.status).toBe(401);
  clockMs = Date.now();
  expect(await inbox.callback(inbound(ANNA, 'LARGE', text(`needle ${'ä'.repeat(500_000)}`)))).toBe(200);
  const { id } = await inbox.conversationWith('46715000001');
  expect((await inbox.messages(id))[0]?.message).toEqual(text(`needle ${'ä'.repeat(500_000)}`));
  expect(await inbox.conversations('&q=needle')).toHaveLength(1);
  // a clock that was set back does not put an answer out of reach
  clockMs -= 3_600_000;
  expect(await inbox.send(id, text('\u202eanswer <script>'))).toMatchObject({ status: 'accepted', summary: '\u202eanswer <script>' });
  clockMs = Date.now();
  const burst = Array.from({ length: 500 }, (_, n) =>
    inbound({ channel: 'SMS', identity: `4671600${String(n).padStart(4, '0')}` }, `B${n}`, text(`b ${n}`)),
  );
  const statuses = new Set<number>();
  for (let n = 0; n < burst.length; n += 20) {
    for (const status of await Promise.all(burst.slice(n, n + 20).map((payload) => inbox.callback(payload)))) statuses.add(status);
  }
  expect([...statuses]).toEqual([200]);
  expect((await inbox.get('/api/conversations/counts')).body.open).toBe(501);
  expect(await inbox.post(`/api/conversations/${id}/notes`, { id: randomUUID(), text: '\u0000' })).toMatchObject({ status: 400 });
  await inbox.close();
});
