import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { clientCredentials } from '@convapi/auth';
import {
  type ConversationClient,
  createConversationClient,
  type RateLimiter,
  recoverSends,
  type SendLog,
  withSendLog,
} from '@convapi/client';
import { REASON_CODES } from '@convapi/core';
import { type EmulatedProject, startEmulator } from '@convapi/emulator';
import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
import { toNodeListener } from '@convapi/webhook-verifier/node';
import { PGlite } from '@electric-sql/pglite';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { programsOf } from './documented-blocks.ts';
import { read } from './documents.ts';
import { repository } from './run.ts';

const GUIDES = 'apps/docs/src/guides';
const RECEIVE = `${GUIDES}/receiving/receive-and-answer.md`;
const TENANTS = `${GUIDES}/receiving/several-tenants.md`;
const SENDS = `${GUIDES}/running/never-lose-a-send.md`;
const LIMITS = `${GUIDES}/running/rate-limits.md`;
const DELETE = `${GUIDES}/running/delete-personal-data.md`;
const MOVE = `${GUIDES}/running/move-regions.md`;
const ROTATE = `${GUIDES}/receiving/rotate-a-secret.md`;
const EMULATOR = `${GUIDES}/emulator/index.md`;
const REASONS = 'apps/docs/src/troubleshooting/why-not-delivered.md';
const folder = join(repository, 'test-projects/.recipes');
const execute = promisify(execFile);

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program of a page that has this text in it, written to a file. */
function fileOf(page: string, mark: string, name: string): string {
  const program = programsOf(page).find(({ code }) => code.includes(mark));
  if (!program) throw new Error(`${page} has no program with ${mark}`);
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, transformSync(program.code, { loader: 'ts', format: 'esm', target: 'es2022' }).code);
  return file;
}

async function load<Exports>(page: string, mark: string): Promise<Exports> {
  return (await import(pathToFileURL(fileOf(page, mark, mark)).href)) as Exports;
}

async function startProject() {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  return { emulator, conversation: clientFor(emulator) };
}

type Account = Pick<EmulatedProject, 'projectId' | 'keyId' | 'keySecret'> & { url: string; tokenUrl: string };

function clientFor({ url, tokenUrl, projectId, keyId, keySecret }: Account) {
  return createConversationClient({ projectId, region: 'us', baseUrl: url, auth: clientCredentials({ keyId, keySecret, tokenUrl }) });
}

async function makeApp(conversation: ConversationClient, processing_mode: 'CONVERSATION' | 'DISPATCH'): Promise<string> {
  const sms = { channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'any' } } as const;
  const { id } = await conversation.apps.create({ display_name: 'Shop', processing_mode, channel_credentials: [sms] });
  return id as string;
}

/** Serves a handler, and gives its address. */
async function serve(handler: Parameters<typeof toNodeListener>[0]): Promise<string> {
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function settingsOf({ url, tokenUrl, projectId, keyId, keySecret }: Awaited<ReturnType<typeof startEmulator>>) {
  const key = { SINCH_PROJECT_ID: projectId, SINCH_KEY_ID: keyId, SINCH_KEY_SECRET: keySecret, SINCH_REGION: 'us' };
  return { PATH: process.env.PATH, ...key, CONVAPI_BASE_URL: url, CONVAPI_TOKEN_URL: tokenUrl };
}

describe('the recipe for answering who writes', () => {
  test.each(['CONVERSATION', 'DISPATCH'] as const)('answers in %s mode', async (mode) => {
    type Recipe = { answerWhoWrites(conversation: ConversationClient, secret: string): Parameters<typeof toNodeListener>[0] };
    const { answerWhoWrites } = await load<Recipe>(RECEIVE, 'answerWhoWrites');
    const { emulator, conversation } = await startProject();
    const app_id = await makeApp(conversation, mode);
    const target = await serve(answerWhoWrites(conversation, 'my-secret'));
    await conversation.webhooks.create({ app_id, target, target_type: 'HTTP', secret: 'my-secret', triggers: ['MESSAGE_INBOUND'] });
    emulator.control.contact('46701234567', 'SMS').writes('Hello');
    await emulator.control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
    const answer = emulator.control.messages({ identity: '46701234567' }).at(-1);
    expect(answer?.message).toEqual({ text_message: { text: 'You wrote: Hello' } });
  });
});

describe('the program for emulator and service', () => {
  const file = () => fileOf(EMULATOR, 'export function connect', 'connect');

  test('runs with what the emulator prints, and ends by itself', async () => {
    const { emulator } = await startProject();
    const { stdout } = await execute(process.execPath, [file()], { env: settingsOf(emulator), timeout: 20_000 });
    expect(stdout).toMatch(/^[0-9A-Z]{26}\n$/);
  });

  test.each(['CONVAPI_TOKEN_URL', 'CONVAPI_BASE_URL'])('does not begin where %s is forgotten, so no key goes astray', async (name) => {
    const { emulator } = await startProject();
    const env = { ...settingsOf(emulator), [name]: '' };
    await expect(execute(process.execPath, [file()], { env, timeout: 20_000 })).rejects.toThrow(`${name} is missing.`);
  });
});

test('the recipe for changing a secret refuses no callback on its way', async () => {
  type Recipe = { changeSecret(conversation: unknown, webhookId: string, secret: string): Promise<void> };
  const { changeSecret } = await load<Recipe>(ROTATE, 'changeSecret');
  const { emulator, conversation } = await startProject();
  const app_id = await makeApp(conversation, 'DISPATCH');
  const matched: number[] = [];
  const verifier = createWebhookVerifier({
    secrets: ['new-secret', 'old-secret'],
    onMatch: ({ secretIndex }) => void matched.push(secretIndex),
  });
  const target = await serve(createWebhookHandler(verifier, { default: () => {} }));
  const { id = '' } = await conversation.webhooks.create({
    app_id,
    target,
    target_type: 'HTTP',
    secret: 'old-secret',
    triggers: ['MESSAGE_INBOUND'],
  });
  const ada = emulator.control.contact('46701234567', 'SMS');
  ada.writes('before');
  await emulator.control.idle();
  // the recipe names an address of its own
  const here = {
    webhooks: { update: (one: string, { secret }: { secret: string }) => conversation.webhooks.update(one, { target, secret }) },
  };
  await changeSecret(here, id, 'new-secret');
  ada.writes('after');
  await emulator.control.idle();
  expect(matched).toEqual([1, 0]);
  expect(emulator.control.callbacks().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

test('the recipe for several projects makes one client for each', async () => {
  type Recipe = { clientOf(project: object): ConversationClient };
  const { clientOf } = await load<Recipe>(TENANTS, 'clientOf');
  const project = { projectId: 'a', region: 'eu', keyId: 'key', keySecret: 'secret' };
  expect(clientOf(project)).toBe(clientOf({ ...project }));
  expect(clientOf(project)).not.toBe(clientOf({ ...project, region: 'us' }));
});

test('why a message was not delivered: every reason code has a section', () => {
  const listed = [...read(REASONS).matchAll(/^### ([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual([...REASON_CODES].sort());
});

test('a report is told with all that the channel said', async () => {
  type Recipe = { describe(report: object): string };
  const recipe = await load<Recipe>(REASONS, 'MessageDeliveryReport');
  const reason = { code: 'CHANNEL_FAILURE', channel_code: '131026', description: 'The underlying channel reported: undeliverable' };
  const told = recipe.describe({ message_id: '01M', status: 'FAILED', channel_identity: { channel: 'WHATSAPP', identity: '1' }, reason });
  expect(told).toBe('01M FAILED on WHATSAPP CHANNEL_FAILURE 131026 The underlying channel reported: undeliverable');
});

describe('the log of sends on PostgreSQL', () => {
  type Recipe = { createTable: string; postgresSendLog(pool: object): SendLog };
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  }, 120_000);
  afterAll(() => database.close());

  /** An empty log, in a PostgreSQL in this process, by what the recipe needs of a Pool of pg. */
  async function startLog() {
    const { createTable, postgresSendLog } = await load<Recipe>(SENDS, 'postgresSendLog');
    await database.exec(`DROP TABLE IF EXISTS sends; ${createTable}`);
    const query = async (sql: string, values?: unknown[]) => {
      const { rows, affectedRows } = await database.query(sql, values);
      return { rows, rowCount: affectedRows ?? rows.length };
    };
    return postgresSendLog({ query });
  }
  const request = (app_id: string, key: string) => ({
    app_id,
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: '46701234567' }] } },
    message: { text_message: { text: 'Your order is on its way.' } },
    message_metadata: key,
  });

  test('gives a key to one caller, keeps what was sent, and lets go of what was refused', async () => {
    const log = await startLog();
    const entry = { key: 'order-17', request: request('01APP', 'order-17'), begunAtMs: 1_700_000_000_000 };
    const states = await Promise.all([log.begin(entry), log.begin(entry)]);
    expect(states.map(({ state }) => state).sort()).toEqual(['new', 'open']);
    expect(await log.open()).toEqual([entry]);
    await log.settle('order-17', { state: 'failed', reason: '400' });
    expect(await log.begin({ ...entry, begunAtMs: 1_700_000_000_001 })).toEqual({ state: 'new' });
    await log.settle('order-17', { state: 'sent', message_id: '01M' });
    expect(await log.begin(entry)).toEqual({ state: 'sent', message_id: '01M' });
    expect(await log.open()).toEqual([]);
  });

  test('sends once what two processes send, and settles what a crash left open', async () => {
    const { emulator, conversation: client } = await startProject();
    const app_id = await makeApp(client, 'CONVERSATION');
    const log = await startLog();
    // a process that died right after it had begun
    await log.begin({ key: 'order-18', request: request(app_id, 'order-18'), begunAtMs: Date.now() - 60_000 });
    const conversation = withSendLog(client, log);
    expect(await recoverSends(conversation, log)).toEqual({ sent: 1, failed: [], unknown: [] });
    const first = await conversation.messages.send(request(app_id, 'order-18'));
    expect(await withSendLog(client, log).messages.send(request(app_id, 'order-18'))).toEqual(first);
    await emulator.control.idle();
    expect(emulator.control.messages({ identity: '46701234567' })).toHaveLength(1);
  });
});

test('the limiter on Redis lets so many sends of an app through in a second, and the next ones after it', async () => {
  type Recipe = { redisRateLimiter(redis: object, perSecond: number): RateLimiter };
  const { redisRateLimiter } = await load<Recipe>(LIMITS, 'redisRateLimiter');
  const counts = new Map<string, number>();
  const incr = async (key: string) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  const limiter = redisRateLimiter({ incr, expire: async () => 1 }, 2);
  const call = { operation: 'messages.send', projectId: 'p', appId: 'a' } as Parameters<RateLimiter['acquire']>[0];
  const seconds = await Promise.all([1, 2, 3].map(() => limiter.acquire(call).then(() => Math.floor(Date.now() / 1000))));
  expect(new Set(seconds).size).toBe(2);
  await expect(limiter.acquire(call, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});

test('the recipe for deleting a person leaves nothing at the service, and nobody else is touched', async () => {
  type Recipe = { deletePerson(conversation: ConversationClient, channel: string, identity: string): Promise<string[]> };
  const { deletePerson } = await load<Recipe>(DELETE, 'deletePerson');
  const { emulator, conversation } = await startProject();
  const app_id = await makeApp(conversation, 'CONVERSATION');
  for (const phone of ['46701234567', '46701234568']) emulator.control.contact(phone, 'SMS').writes('Hello');
  await emulator.control.idle();
  expect(await deletePerson(conversation, 'SMS', '46701234567')).toHaveLength(1);
  const messages = await conversation.messages.list({ app_id });
  expect(messages.messages?.map(({ channel_identity }) => channel_identity?.identity)).toEqual(['46701234568']);
  expect((await conversation.contacts.list()).contacts).toHaveLength(1);
});

test('the recipe for deleting messages of DISPATCH mode deletes those of one address', async () => {
  type Recipe = { deleteDispatched(conversation: ConversationClient, appId: string, identity: string): Promise<number> };
  const { deleteDispatched } = await load<Recipe>(DELETE, 'deleteDispatched');
  const { emulator, conversation } = await startProject();
  const app_id = await makeApp(conversation, 'DISPATCH');
  const dispatch_retention_policy = { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 7 } as const;
  await conversation.apps.update(app_id, { dispatch_retention_policy }, { update_mask: ['dispatch_retention_policy'] });
  for (const phone of ['46701234567', '46701234568']) emulator.control.contact(phone, 'SMS').writes('Hello');
  await emulator.control.idle();
  expect(await deleteDispatched(conversation, app_id, '46701234567')).toBe(1);
  const left = await conversation.messages.list({ app_id, messages_source: 'DISPATCH_SOURCE' });
  expect(left.messages?.map(({ channel_identity }) => channel_identity?.identity)).toEqual(['46701234568']);
});

test('the recipe for another region copies templates and contacts', async () => {
  type Recipe = Record<'copyTemplates' | 'copyContacts', (from: ConversationClient, to: ConversationClient) => Promise<unknown>>;
  const { copyTemplates, copyContacts } = await load<Recipe>(MOVE, 'copyTemplates');
  const { emulator, conversation: from } = await startProject();
  const to = clientFor({ ...emulator, url: `${emulator.url}/eu` });
  const translations = [{ language_code: 'en', version: '1', text_message: { text: 'Hello' } }];
  await from.templates.create({ id: 'hello', default_translation: 'en', translations });
  const made = await from.contacts.create({ language: 'EN_GB', channel_identities: [{ channel: 'SMS', identity: '46701234567' }] });
  expect(await copyTemplates(from, to)).toBe(1);
  const ids = await copyContacts(from, to);
  expect((await to.templates.get('hello')).translations?.[0]).toMatchObject(translations[0] as object);
  const [copy] = (await to.contacts.list()).contacts ?? [];
  expect(copy).toMatchObject({
    language: 'EN_GB',
    external_id: made.id,
    channel_identities: [{ channel: 'SMS', identity: '46701234567' }],
  });
  expect(ids).toEqual(new Map([[made.id, copy?.id]]));
});
