import { loadBuilder } from '../builders/load-builder.ts';
import { answerRequests } from '../harness/answer-requests.ts';

const buildCard = await loadBuilder(process.argv[2] ?? '');
let kept: object | undefined;

/** Answers with cards per second. */
answerRequests(({ count }: { count: number }) => {
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) kept = buildCard(index);
  const seconds = (performance.now() - startedAt) / 1000;
  // read once, so that the compiler cannot leave the work out
  if (kept === undefined) throw new Error('Nothing was built.');
  return count / seconds;
});
