import { FAULT_NAMES, runFault } from '../faults/fault-case.ts';
import { answerRequests } from '../harness/answer-requests.ts';
import { loadSubject } from '../subjects/load-subject.ts';

const createClient = await loadSubject(process.argv[2] ?? '');

/** Answers with the outcome of each case, in their order; `null` where a fault cannot come this client's way. */
answerRequests(async () => {
  const outcomes: (boolean | null)[] = [];
  for (const name of FAULT_NAMES) outcomes.push((await runFault(name, createClient)) ?? null);
  return outcomes;
});
