import { arch, availableParallelism, loadavg, platform } from 'node:os';

/** What a reader needs to judge the figures, and nothing that names the machine. A load near the number of cores spoils a run. */
export function machineFacts(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, ${platform()} ${arch()}, load ${(loadavg()[0] ?? 0).toFixed(1)} before the run`;
}

/** Do other programs want at least half of the processors? Then what is measured waits for them. */
export function isBusy(): boolean {
  return (loadavg()[0] ?? 0) > availableParallelism() / 2;
}
