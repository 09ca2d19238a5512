import { loadBuilder } from '../builders/load-builder.ts';
import { answerRequests } from '../harness/answer-requests.ts';
import { cpuSeconds } from '../harness/cpu-seconds.ts';

const buildCard = await loadBuilder(process.argv[2] ?? '');
let kept: object | undefined;

/** Answers with cards per second of processor time. */
answerRequests(async ({ count }: { count: number }) => {
  const seconds = await cpuSeconds(() => {
    for (let index = 0; index < count; index += 1) kept = buildCard(index);
  });
  // read once, so that the compiler cannot leave the work out
  if (kept === undefined) throw new Error('Nothing was built.');
  return count / seconds;
});
