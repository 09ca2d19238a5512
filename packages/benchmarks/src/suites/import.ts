import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { applyBudgets } from '../budget.ts';
import { childEnvironment } from '../harness/child-environment.ts';
import { measureInTurns } from '../harness/in-turns.ts';
import { type Measure, OURS, toRows } from '../row.ts';
import type { Suite } from './suite.ts';

const TIME: Measure = { suite: 'import', name: 'cold import, over an empty process', unit: 'ms', better: 'less' };
const CPU: Measure = { suite: 'import', name: 'processor time of a cold import, over an empty process', unit: 'ms', better: 'less' };
const EMPTY = '';

/** Modules that a process which sends, verifies and builds has to load. */
const MODULES: Record<string, string[]> = {
  convapi: ['@convapi/client', '@convapi/auth', '@convapi/webhook-verifier', '@convapi/message-builder'],
  '@sinch/conversation': ['@sinch/conversation'],
  '@sinch/sdk-core': ['@sinch/sdk-core'],
  'openapi-fetch': ['openapi-fetch'],
  undici: ['undici'],
  twilio: ['twilio'],
  stripe: ['stripe'],
  svix: ['svix'],
  '@discordjs/builders': ['@discordjs/builders'],
};

/** How long a process takes before it can do anything: the price of a cold start. */
export const imports: Suite = {
  name: 'import',
  title: 'Cold import in a fresh process',
  async run({ rounds }) {
    const subjects = [EMPTY, ...Object.keys(MODULES)];
    for (const subject of subjects) await timeProcess(subject); // fills the file cache; not counted
    const times = await measureInTurns({ subjects, rounds, measure: timeProcess });
    return applyBudgets(
      [...toRows(TIME, overEmpty(times, 'ms')), ...toRows(CPU, overEmpty(times, 'cpuMs'))],
      [{ name: TIME.name, subject: OURS, limit: 20 }],
    );
  },
};

interface ProcessTime {
  ms: number;
  cpuMs: number;
}

/** Round by round, so that a slow moment of the machine falls on both sides of the difference. */
function overEmpty(times: ReadonlyMap<string, readonly ProcessTime[]>, figure: keyof ProcessTime): Map<string, number[]> {
  const empty = times.get(EMPTY) ?? [];
  const subjects = [...times].filter(([subject]) => subject !== EMPTY);
  return new Map(
    subjects.map(([subject, list]) => [subject, list.map((time, round) => time[figure] - (empty[round]?.[figure] ?? Number.NaN))]),
  );
}

/** The last that a process does is to say what it has used. */
const REPORT = 'const { user, system } = process.cpuUsage(); process.stdout.write(String(user + system));';

async function timeProcess(subject: string): Promise<ProcessTime> {
  const code = (MODULES[subject] ?? []).map((name) => `import '${name}';`).join('') + REPORT;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [status] = await once(child, 'close');
  const ms = performance.now() - startedAt;
  if (status !== 0) throw new Error(`The import of ${subject} ended with code ${status}. Is everything installed and built?`);
  return { ms, cpuMs: Number(said) / 1000 };
}
