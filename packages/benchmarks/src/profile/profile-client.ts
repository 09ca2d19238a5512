import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../harness/median.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startWorker } from '../harness/worker.ts';
import type { ClientRequest } from '../workers/client.ts';
import { addUp, type CpuProfile, type SampledFunction, sampledFunctions } from './cpu-profile.ts';
import { createPartOf } from './part-of.ts';
import type { ClientProfile } from './render-profile.ts';

/** Five samples a millisecond: some thousand of them in a second, without changing much of what is measured. */
const SAMPLE_EVERY_MICROS = 200;

/** One run under the profiler. */
export interface ProfiledRun {
  cpuMicros: number;
  functions: SampledFunction[];
}

/** Sends under `node --cpu-prof`, as many before them to compile the code, and counts which functions were at work. */
export async function profileRun(subject: string, request: ClientRequest): Promise<ProfiledRun> {
  const folder = await mkdtemp(join(tmpdir(), 'convapi-profile-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${SAMPLE_EVERY_MICROS}`];
    const worker = startWorker('client', subject, flags);
    const measured = await workBetween(worker.ask.bind(worker), request).finally(() => worker.stop());
    const functions = sampledFunctions(await readProfile(folder), measured.fromMicros, measured.toMicros);
    if (functions.length === 0) throw new Error('The profile has no samples from the time of the calls.');
    return { cpuMicros: measured.cpuMicros, functions };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All runs of a client as one profile. */
export function toClientProfile(subject: string, runs: readonly ProfiledRun[]): ClientProfile {
  const partOf = createPartOf(readLines);
  const functions = addUp(runs.flatMap((run) => run.functions)).map((one) => ({ ...one, part: partOf(one) }));
  return { subject, cpuMicros: median(runs.map(({ cpuMicros }) => cpuMicros)), functions };
}

async function workBetween(ask: (request: object) => Promise<unknown>, request: ClientRequest) {
  await ask(request);
  const fromMicros = nowMicros();
  const { cpuMicros } = (await ask(request)) as Load;
  return { fromMicros, toMicros: nowMicros(), cpuMicros };
}

/** The clock of profiles, which all processes of a machine share. */
function nowMicros(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

async function readProfile(folder: string): Promise<CpuProfile> {
  const [name = ''] = await readdir(folder);
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
}

function readLines(url: string): string[] {
  return url.startsWith('file:') ? readFileSync(fileURLToPath(url), 'utf8').split('\n') : [];
}
