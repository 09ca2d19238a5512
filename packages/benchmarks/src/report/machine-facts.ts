import { arch, availableParallelism, platform } from 'node:os';

/** What a reader needs to judge the figures, and nothing that names the machine. */
export function machineFacts(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, ${platform()} ${arch()}`;
}
