/** Rounds that a median needs at least. */
const FEWEST_ROUNDS = 3;

/** Counts rounds, and stops early when time is up, so that a busy machine makes a run shakier but not endless. */
export function* rounds(count: number, limitMs: number): Generator<number> {
  const startedAt = performance.now();
  for (let round = 0; round < count; round += 1) {
    if (round >= FEWEST_ROUNDS && performance.now() - startedAt > limitMs) return;
    yield round;
  }
}
