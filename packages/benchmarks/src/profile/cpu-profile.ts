/** What `node --cpu-prof` writes. Times are microseconds of the clock of `process.hrtime`. */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[];
  startTime: number;
  /** Node in which each sample was taken. */
  samples: number[];
  /** Time between a sample and the one before. */
  timeDeltas: number[];
}

/** Where a function begins; the line counts from 0. */
export interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
}

/** How often a function itself was found at work, and not what it calls. */
export interface SampledFunction extends CallFrame {
  samples: number;
}

/** Not work: the process waited. */
const IDLE = '(idle)';

/**
 * The functions at work between two moments. They are counted, not timed: on a busy machine the time between two samples
 * is also that of other processes.
 */
export function sampledFunctions(profile: CpuProfile, fromMicros: number, toMicros: number): SampledFunction[] {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const found: SampledFunction[] = [];
  let atMicros = profile.startTime;
  for (const [index, id] of profile.samples.entries()) {
    atMicros += profile.timeDeltas[index] ?? 0;
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === IDLE || atMicros < fromMicros || atMicros > toMicros) continue;
    found.push({ ...frame, samples: 1 });
  }
  return addUp(found);
}

/** One entry for each function, the busiest first. */
export function addUp(functions: readonly SampledFunction[]): SampledFunction[] {
  const sums = new Map<string, SampledFunction>();
  for (const { functionName, url, lineNumber, samples } of functions) {
    const key = `${functionName} ${url}:${lineNumber}`;
    const sum = sums.get(key) ?? { functionName, url, lineNumber, samples: 0 };
    sum.samples += samples;
    sums.set(key, sum);
  }
  return [...sums.values()].sort((a, b) => b.samples - a.samples);
}
