import { loadBuilder } from '../builders/load-builder.ts';
import { answerRequests } from '../harness/answer-requests.ts';
import { timeWork } from '../harness/time-work.ts';

/** Looking at the clock for each card would cost more than some cards do. */
const CARDS_BETWEEN_LOOKS = 1_000;

const buildCard = await loadBuilder(process.argv[2] ?? '');
let kept: object | undefined;

/**
 * Builds cards for so many milliseconds of processor time: some builders are a hundred times faster than others, and on a
 * busy machine a moment of the clock would leave code uncompiled.
 */
answerRequests(({ ms }: { ms: number }) =>
  timeWork(() => {
    let built = 0;
    for (const endsAt = cpuMs() + ms; cpuMs() < endsAt; built += CARDS_BETWEEN_LOOKS) {
      for (let index = 0; index < CARDS_BETWEEN_LOOKS; index += 1) kept = buildCard(index);
    }
    // read once, so that the compiler cannot leave the work out
    if (kept === undefined) throw new Error('Nothing was built.');
    return built;
  }),
);

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
