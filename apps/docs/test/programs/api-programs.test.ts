import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient, isApiError } from '@convapi/client';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePages } from '../../scripts/reference/make-pages.mjs';
import { startWorld } from '../../scripts/reference/world.mjs';
import { type Program, programsOf, shownPart } from '../reference/pages.ts';

const docs = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(docs, '.reference-programs');
const CURL_LIMIT_MS = 10_000;

interface Operation {
  operationId?: string;
  responses?: Record<string, unknown>;
}
const require = createRequire(import.meta.url);
const documents = ['openapi', 'batch.openapi'].map(
  (name) => require(`@convapi/core/${name}.json`) as { paths: Record<string, Record<string, Operation>> },
);
/** Status codes that an operation documents, apart from those that mean a fault of the service. */
function documentedStatus(id: string): string[] {
  const operations = documents.flatMap(({ paths }) => Object.values(paths).flatMap((item) => Object.values(item)));
  return Object.keys(operations.find(({ operationId }) => operationId === id)?.responses ?? {}).filter((status) => /^[24]/.test(status));
}

let world: Awaited<ReturnType<typeof startWorld>>;
let pages: Map<string, string>;
let token: string;

beforeAll(async () => {
  pages = await makePages();
  world = await startWorld();
  const { keyId, keySecret, tokenUrl } = world.emulator;
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
}, 60_000);
afterAll(async () => {
  await world?.emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program with the emulator in place of the hosts of the service. */
function onEmulator(code: string): string {
  const { url } = world.emulator;
  return code
    .replaceAll('https://eu.conversationbatch.api.sinch.com', `${url}/batch`)
    .replaceAll(/https:\/\/eu\.(conversation|template)\.api\.sinch\.com/g, url);
}

/** What the emulator is asked by a piece of work: the first call of an operation. */
async function askedBy(operationId: string, work: () => unknown): Promise<object> {
  const { control } = world.emulator;
  world.restart(operationId);
  const before = control.requests().at(-1)?.seq ?? 0;
  await work();
  const entry = control.requests().find(({ seq, operation }) => seq > before && operation === operationId);
  if (!entry) throw new Error(`${operationId} was not called.`);
  const { method, path, query, request_body: body } = entry;
  return { method, path, query: query.replace(/^\?/, ''), body: body ? JSON.parse(body.text) : undefined };
}

/** Operations that the service has retired: it answers 404, and so does the emulator. */
const RETIRED = /^Templates_[A-Z]/;

test('every program in curl and in TypeScript runs against the emulator, and both of an operation ask for the same', async () => {
  const { url: baseUrl, projectId, keyId, keySecret, tokenUrl } = world.emulator;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl, retry: false });
  const inCurl = programsOf(pages, 'sh [curl]');
  const inTypeScript = new Map(programsOf(pages, 'ts twoslash [TypeScript]').map((program) => [program.operationId, program]));
  for (const { operationId, code } of inCurl) {
    const asked = await askedBy(operationId, async () => {
      const status = await runCurl(code);
      expect(documentedStatus(operationId), operationId).toContain(status);
      expect(status, operationId).toBe(RETIRED.test(operationId) ? '404' : '200');
    });
    const askedToo = await askedBy(operationId, async () => {
      const printed = await runProgram(inTypeScript.get(operationId) as Program, conversation);
      expect(isApiError(printed) ? printed.status : 200, `${operationId}: ${printed}`).toBe(RETIRED.test(operationId) ? 404 : 200);
      expect(printed, operationId).not.toEqual([undefined]);
    });
    expect(askedToo, operationId).toEqual(asked);
  }
  expect(inCurl.length).toBeGreaterThan(60);
}, 120_000);

/** Runs a command as it stands, and says with which status it was answered. */
async function runCurl(code: string): Promise<string> {
  const quiet = onEmulator(code).replace(/^curl /, "curl -sS -o /dev/null -w '%{http_code}' ");
  expect(quiet).not.toContain('.sinch.com');
  const env = { ...process.env, TOKEN: token, SINCH_PROJECT_ID: world.emulator.projectId };
  // not at once: the emulator that answers runs in this process
  const { stdout } = await promisify(execFile)('bash', ['-euc', quiet], { env, timeout: CURL_LIMIT_MS });
  return stdout;
}

/** What a program prints, or the error of the service that ends it. */
async function runProgram({ code }: Program, conversation: ConversationClient): Promise<unknown> {
  const printed: unknown[] = [];
  const { outputText } = ts.transpileModule(`export async function run(conversation, console) {\n${shownPart(code)}\n}`, {
    compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 },
  });
  const { run } = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
    run(client: ConversationClient, console: { log(value: unknown): void }): Promise<void>;
  };
  try {
    await run(conversation, { log: (value) => printed.push(value) });
  } catch (error) {
    if (isApiError(error)) return error;
    throw error;
  }
  return printed;
}

test('every program in TypeScript compiles as that of a strict customer', () => {
  mkdirSync(folder, { recursive: true });
  const programs = programsOf(pages, 'ts twoslash [TypeScript]');
  programs.forEach(({ operationId, code }) => {
    writeFileSync(join(folder, `${operationId}.ts`), `${code}\nexport {};\n`);
  });
  const compilerOptions = { strict: true, noEmit: true, module: 'NodeNext', target: 'ES2022', lib: ['ES2023'], types: ['node'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const compiler = join(docs, '../../node_modules/typescript/bin/tsc');
  expect(execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })).toBe('');
}, 60_000);
