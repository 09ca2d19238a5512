import { answerRequests } from '../harness/answer-requests.ts';
import { startBenchServer } from '../server/bench-server.ts';

/** Serves from a process of its own, so that its work does not count as the client's. Answers with its address. */
answerRequests(async ({ pages }: { pages: number }) => (await startBenchServer({ pages })).url);
