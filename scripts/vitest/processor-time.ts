import { readFileSync } from 'node:fs';
import { afterAll } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Processor time of a test file, and on Linux of the programs that it started. */
    processorMs?: number;
  }
}

/** Linux counts in hundredths of a second, whatever the machine. */
const MS_PER_TICK = 10;

const before = processorMs();
// biome-ignore lint/correctness/noEmptyPattern: vitest reads here which fixtures a hook wants
afterAll(({}, suite) => {
  suite.meta.processorMs = processorMs() - before;
});

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + endedChildrenMs();
}

function endedChildrenMs(): number {
  if (process.platform !== 'linux') return 0;
  // man 5 proc_pid_stat: cutime and cstime; the name of the program, in brackets, may hold spaces
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * MS_PER_TICK;
}
