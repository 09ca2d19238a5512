import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { startEmulator } from '@convapi/emulator';
import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
import { toNodeListener } from '@convapi/webhook-verifier/node';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import newman, { type NewmanRunSummary } from 'newman';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../run.ts';

interface Request {
  id: string;
  name: string;
  request: { method: string; url: { raw: string }; body?: { raw?: string } };
}
interface Collection {
  variable: { key: string }[];
  item: { name: string; description: string; item: Request[] }[];
}
interface Environment {
  values: { key: string; value: string }[];
}

const read = (name: string) => JSON.parse(readFileSync(join(repository, 'postman', name), 'utf8')) as unknown;
const collection = read('convapi.postman_collection.json') as Collection;
const local = read('emulator.postman_environment.json') as Environment;
const service = read('sinch.postman_environment.json') as Environment;
const readValue = (environment: Environment, key: string) => environment.values.find((one) => one.key === key)?.value;

type Paths = Record<string, Record<string, { tags: string[]; operationId: string } | undefined>>;
const require = createRequire(import.meta.url);
const openapi = require('@convapi/core/openapi.json') as { paths: Paths };
const batch = require('@convapi/core/batch.openapi.json') as { paths: Paths };

/** The schema at a place of the document. */
function compileSchema(pointer: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  return ajv.addSchema(openapi, 'https://example.com/openapi').compile({ $ref: `https://example.com/openapi${pointer}` });
}

const taken: string[] = [];
const refused: string[] = [];
const verifier = createWebhookVerifier({ secrets: readValue(local, 'WEBHOOK_SECRET') ?? '' });
const handler = createWebhookHandler(
  verifier,
  { default: ({ trigger }) => void taken.push(trigger) },
  { onRefused: ({ reason }) => void refused.push(reason) },
);
const receiver = createServer(toNodeListener(handler));
let receiverUrl = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callbacks`;
});
afterAll(() => receiver.close());

/** Runs folders of the collection against an emulator of their own, with its addresses in the environment. */
async function runFolders(folder?: string, changes: Record<string, string> = {}): Promise<NewmanRunSummary> {
  const emulator = await startEmulator();
  const addresses: Record<string, string> = {
    BASE_URL: emulator.url,
    TEMPLATE_URL: emulator.url,
    BATCH_URL: `${emulator.url}/batch`,
    TOKEN_URL: emulator.tokenUrl,
    CONTROL_URL: `${emulator.url}/_emulator`,
    WEBHOOK_URL: receiverUrl,
    ...changes,
  };
  const environment = { ...local, values: local.values.map((one) => ({ ...one, value: addresses[one.key] ?? one.value })) };
  const options = { collection: collection as object, environment, ...(folder === undefined ? {} : { folder }) };
  const summary = await new Promise<NewmanRunSummary>((resolve, reject) =>
    newman.run(options, (error, result) => (error ? reject(error) : resolve(result))),
  );
  await emulator.close();
  return summary;
}

const failuresOf = ({ run }: NewmanRunSummary) => run.failures.map(({ source, error }) => `${source?.name}: ${error.message}`);
/** The requests that were made; those of the script of the collection count as the one they were made for. */
const idsOf = ({ run }: NewmanRunSummary) => new Set(run.executions.map(({ item }) => item.id));

describe('the collection, run by Newman against an emulator', () => {
  test.each(collection.item.map(({ name, item }) => [name, item.length] as const))(
    'passes in the folder "%s" alone',
    async (name, count) => {
      taken.length = 0;
      refused.length = 0;
      const summary = await runFolders(name);
      expect(failuresOf(summary)).toEqual([]);
      expect(idsOf(summary).size).toBe(count);
      expect(summary.run.stats.assertions.total).toBeGreaterThanOrEqual(count);
    },
    120_000,
  );

  test('passes as a whole, every request of it', async () => {
    const summary = await runFolders();
    expect(failuresOf(summary)).toEqual([]);
    expect(idsOf(summary).size).toBe(collection.item.flatMap(({ item }) => item).length);
  }, 120_000);

  test('names the missing variable and its request on the real service, and makes nothing on the side', async () => {
    const summary = await runFolders('Conversations', { CONTROL_URL: '' });
    const made = collection.item.find(({ name }) => name === 'Conversations')?.item ?? [];
    expect(failuresOf(summary)).toHaveLength(made.length);
    expect(failuresOf(summary)[0]).toMatch(/APP is empty. Run "Create an app" first, or fill it in.$/);
    expect(failuresOf(summary)[2]).toMatch(/CONVERSATION is empty. Run "Create an empty conversation" first/);
    expect(summary.run.executions.filter(({ response }) => response?.code !== 200)).toEqual([]);
    expect(summary.run.executions.map(({ request }) => request.url.getPath())).toEqual(['/oauth2/token']);
  });

  test('sends nothing with a wrong access key, and says so', async () => {
    const failures = failuresOf(await runFolders('Apps', { CLIENT_SECRET: 'wrong' }));
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) expect(failure).toMatch(/No token: 401. Check CLIENT_ID and CLIENT_SECRET.$/);
  });

  test('leaves out on the real service what only the emulator can do', async () => {
    const summary = await runFolders('First five minutes', { CONTROL_URL: '' });
    expect(failuresOf(summary)).toEqual([]);
    expect(idsOf(summary)).not.toContain('first-tap');
    expect(idsOf(summary)).not.toContain('first-Contact_DeleteContact');
  });
});

describe('the signed callbacks', () => {
  const samples = collection.item.find(({ name }) => name === 'Signed callbacks')?.item ?? [];

  test('are one for every trigger, pass the verifier under that trigger, and the forged one does not', async () => {
    taken.length = 0;
    refused.length = 0;
    await runFolders('Signed callbacks');
    expect([...taken].sort()).toEqual([...WEBHOOK_TRIGGERS].sort());
    expect(refused).toEqual(['signature_mismatch']);
  });

  test.each(samples.slice(0, -1).map(({ name, request }) => [name, request.body?.raw ?? ''] as const))(
    '%s fits its schema',
    (name, body) => {
      const validate = compileSchema(`#/webhooks/${name}/post/requestBody/content/application~1json/schema`);
      expect(validate(JSON.parse(body)), JSON.stringify(validate.errors)).toBe(true);
    },
  );
});

describe('the collection as a document', () => {
  const requests = collection.item.flatMap(({ item }) => item);

  test('has every operation of both documents in the folder of its tag', () => {
    const tags = collection.item.slice(1, -1);
    const inFolders = tags.flatMap(({ name, item }) => item.map(({ id }) => `${name} ${id}`));
    const inSpec = [openapi, batch].flatMap(({ paths }) =>
      Object.values(paths).flatMap((path) =>
        ['get', 'post', 'put', 'patch', 'delete'].flatMap((method) => {
          const operation = path[method];
          return operation ? [`${operation.tags[0]} ${operation.operationId}`] : [];
        }),
      ),
    );
    expect(inFolders.sort()).toEqual(inSpec.sort());
    for (const { description } of collection.item) expect(description).not.toBe('');
  });

  test('uses no variable that nobody defines, and defines those that people look for', () => {
    const known = new Set([...collection.variable, ...local.values].map(({ key }) => key));
    const used = JSON.stringify(requests).matchAll(/\{\{([^}$]+)\}\}/g);
    const missing = [...used].map(([, name]) => name as string).filter((name) => !known.has(name) && name !== 'LATER');
    expect(missing).toEqual([]);
    for (const name of ['PROJECT', 'APP', 'CLIENT_ID', 'CLIENT_SECRET', 'CONTACT', 'CONVERSATION', 'WEBHOOK_ID', 'WEBHOOK_URL', 'REGION'])
      expect(known, name).toContain(name);
    expect(service.values.map(({ key }) => key)).toEqual(local.values.map(({ key }) => key));
  });

  test('has an environment for the emulator that says what the emulator says, and one for the service with its hosts', async () => {
    const emulator = await startEmulator();
    await emulator.close();
    expect(readValue(local, 'PROJECT')).toBe(emulator.projectId);
    expect(readValue(local, 'CLIENT_ID')).toBe(emulator.keyId);
    expect(readValue(local, 'CLIENT_SECRET')).toBe(emulator.keySecret);
    expect(readValue(service, 'BASE_URL')).toBe('https://{{REGION}}.conversation.api.sinch.com');
    expect(readValue(service, 'TOKEN_URL')).toBe('https://auth.sinch.com/oauth2/token');
    for (const name of ['CLIENT_SECRET', 'CONTROL_URL']) expect(readValue(service, name)).toBe('');
  });
});
