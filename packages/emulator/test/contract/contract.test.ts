import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Emulator, type EmulatorSnapshot, startEmulator } from '../../src/index.ts';
import { createSpecCheck } from '../check-answer.ts';
import { createCaller, type RawAnswer } from './call.ts';
import { type Described, readOperations } from './documents.ts';
import { fillIn, type Known, populate } from './populate.ts';
import { type MadeRequest, spoiltRequest, validRequest } from './requests.ts';

/** Right and wrong requests for each operation: few enough for every run by default, `CONVAPI_CONTRACT_RUNS=200` for the full run. */
const RUNS = Number(process.env.CONVAPI_CONTRACT_RUNS ?? 10);
const SEED = process.env.CONVAPI_CONTRACT_SEED;

/** Refusals that no document lists: gone, in conflict, too large, of another media type. Their form is that of the others. */
const UNLISTED = [409, 410, 413, 415];

const spec = createSpecCheck();
const operations = readOperations();
const isError = new Ajv2020({ strict: false, validateSchema: false })
  .addFormat('int32', true)
  .addSchema({ ...(createRequire(import.meta.url)('@convapi/core/openapi.json') as object), $id: 'https://contract.test/' })
  .compile({ $ref: 'https://contract.test/#/components/schemas/RuntimeError' });

let emulator: Emulator;
let caller: ReturnType<typeof createCaller>;
let known: Known;
let populated: EmulatorSnapshot;
const bugs = vi.spyOn(console, 'error');

beforeAll(async () => {
  emulator = await startEmulator({ rateLimits: { requestsPerSecond: 0 }, webhooks: { retryDelaysMs: [] } });
  caller = createCaller(emulator);
});
afterAll(async () => {
  caller.close();
  await emulator.close();
});
afterEach(() => void bugs.mockClear());

/** Settings can be created once only: for that they must not be there. */
async function prepare({ id }: Described): Promise<void> {
  known = await populate(emulator, id !== 'ProjectSettings_CreateSettings');
  populated = emulator.control.snapshot();
}

async function exchange(operation: Described, made: MadeRequest): Promise<RawAnswer> {
  const request = fillIn(made, known);
  const answer = await caller.send(request);
  checkAnswer(operation, request, answer);
  // What is gone comes back for the next request.
  if (answer.status === 200 && /^DELETE|:merge/.test(`${request.method} ${request.path}`)) emulator.control.load(populated);
  return answer;
}

function checkAnswer(operation: Described, request: MadeRequest, { status, headers, text }: RawAnswer): void {
  const shown = `${operation.id}: ${request.method} ${request.path.slice(0, 200)} answered ${status} ${text.slice(0, 500)}`;
  expect(headers['content-type'], shown).toBe('application/json');
  const body = JSON.parse(text) as { error: { code: number } };
  if (status === 200) {
    spec.answer(request.method, request.path, body);
    return;
  }
  expect([...operation.statuses, ...UNLISTED], shown).toContain(status);
  expect(status, shown).toBeLessThan(500);
  expect(isError(body), `${shown}: ${JSON.stringify(isError.errors)}`).toBe(true);
  expect(body.error.code, shown).toBe(status);
}

/** What happens after the answer must be right too. */
async function checkAftermath(): Promise<void> {
  await emulator.control.idle();
  for (const { trigger, body } of emulator.control.events()) spec.callback(trigger, body);
  expect(bugs.mock.calls.map((call) => String(call[1] ?? call[0]))).toEqual([]);
}

const parameters = { numRuns: RUNS, ...(SEED ? { seed: Number(SEED) } : {}) };
const isRetired = ({ path }: Described) => path.startsWith('/v1/') && path.includes('/templates');

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('answers what is right as the document says', async () => {
    await prepare(operation);
    const statuses = new Set<number>();
    const property = fc.asyncProperty(validRequest(operation), async (request) => {
      statuses.add((await exchange(operation, request)).status);
    });
    await fc.assert(property, parameters);
    const taken = isRetired(operation) ? 404 : 200;
    // Of some operations few right requests ask for something that is there.
    if (!statuses.has(taken)) await fc.assert(property, { ...parameters, numRuns: RUNS * 10 });
    await checkAftermath();
    expect([...statuses], 'some requests get through').toContain(taken);
  }, 600_000);

  test('refuses what is wrong as the document says', async () => {
    await prepare(operation);
    const property = fc.asyncProperty(spoiltRequest(operation), async (request) => void (await exchange(operation, request)));
    await fc.assert(property, parameters);
    await checkAftermath();
  }, 600_000);
});

test('both documents were read', () => {
  expect(operations.length).toBeGreaterThan(60);
});
