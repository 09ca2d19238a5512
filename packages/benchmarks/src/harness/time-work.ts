/** How fast work without waiting was done, and what it cost. */
export interface Rate {
  perSecond: number;
  /** Processor time of this process for each piece, in microseconds: what other programs do meanwhile does not count. */
  cpuMicros: number;
}

/** Times a batch of work; `pieces` says how many there were, known at the end. */
export async function timeWork(work: () => number | Promise<number>): Promise<Rate> {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const pieces = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: pieces / seconds, cpuMicros: (user + system) / pieces };
}
