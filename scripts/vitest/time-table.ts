import type { Reporter, TestModule } from 'vitest/node';

const SLOWEST = 10;

interface Spent {
  name: string;
  files: number;
  wallMs: number;
  processorMs: number;
}

/** Prints at the end of a run where its time went: installing and building, a line a project, and the slowest files. */
export class TimeTable implements Reporter {
  #beganAtMs = Date.now();

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => ({ project: module.project.name, ...spentOn(module) }));
    const projects = [...new Set(files.map(({ project }) => project))].map((name) =>
      files.filter(({ project }) => project === name).reduce(add, { ...NOTHING, name }),
    );
    const all = files.reduce(add, { ...NOTHING, name: 'all of them' });
    const tables = [tableOf('project', [...projects, all]), tableOf('the slowest files', files, SLOWEST)];
    console.log(`\n${[...this.#before(), ...tables].join('\n\n')}\n`);
  }

  /** What went before the tests, where a script of the repository began it: see scripts/start/run-turbo.mjs. */
  #before(): string[] {
    const startedAtMs = Number(process.env.STARTED_AT_MS);
    return startedAtMs > 0 ? [`  installing and building took ${((this.#beganAtMs - startedAtMs) / 1000).toFixed(1)} s`] : [];
  }
}

const NOTHING = { files: 0, wallMs: 0, processorMs: 0 };

function spentOn(module: TestModule): Spent {
  const { duration, collectDuration, prepareDuration, setupDuration, environmentSetupDuration } = module.diagnostic();
  const wallMs = duration + collectDuration + prepareDuration + setupDuration + environmentSetupDuration;
  return { name: module.relativeModuleId, files: 1, wallMs, processorMs: module.meta().processorMs ?? 0 };
}

function add(sum: Spent, one: Spent): Spent {
  return {
    name: sum.name,
    files: sum.files + one.files,
    wallMs: sum.wallMs + one.wallMs,
    processorMs: sum.processorMs + one.processorMs,
  };
}

function tableOf(title: string, rows: Spent[], limit = rows.length): string {
  const shown = [...rows].sort((a, b) => b.wallMs - a.wallMs).slice(0, limit);
  const width = Math.max(title.length, ...shown.map(({ name }) => name.length));
  const line = (...[name, ...cells]: string[]) => `  ${name?.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    line(title, 'files', 'time', 'processor'),
    ...shown.map(({ name, files, wallMs, processorMs }) => line(name, String(files), seconds(wallMs), seconds(processorMs))),
  ].join('\n');
}
