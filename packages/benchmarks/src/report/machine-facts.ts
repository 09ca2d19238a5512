import { arch, availableParallelism, loadavg, platform } from 'node:os';

/** What a reader needs to judge the figures, and nothing that names the machine. A load near the number of cores spoils a run. */
export function machineFacts(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, ${platform()} ${arch()}, load ${(loadavg()[0] ?? 0).toFixed(1)} before the run`;
}
