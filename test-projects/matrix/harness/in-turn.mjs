/**
 * Runs jobs, some at the same time, in the order given.
 *
 * @param {(() => Promise<void>)[]} jobs
 * @param {number} atOnce
 */
export async function inTurn(jobs, atOnce) {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
