import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startEmulator } from '@convapi/emulator';
import { answerRequests } from '../harness/answer-requests.ts';

/** What this worker is asked: to start an emulator, how much memory it takes, or how much processor time it has used so far. */
export interface EmulatorRequest {
  work: 'start' | 'memory' | 'cpu';
}

/** Megabytes of the process: what is alive after a garbage collection, and all that it holds. */
export interface EmulatorMemory {
  heapMb: number;
  residentMb: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Runs an emulator in a process of its own. */
answerRequests(async ({ work }: EmulatorRequest) => {
  if (work === 'memory') return readMemory();
  if (work === 'cpu') return process.cpuUsage();
  const { url, tokenUrl, projectId, keyId, keySecret } = await startEmulator({ rateLimits: { requestsPerSecond: 0 } });
  return { baseUrl: url, tokenUrl, projectId, keyId, keySecret };
});

function readMemory(): EmulatorMemory {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 };
}
