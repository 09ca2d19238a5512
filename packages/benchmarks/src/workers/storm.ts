import { answerRequests } from '../harness/answer-requests.ts';
import { runRush, runStorm } from '../storm/run-storm.ts';

const subject = process.argv[2] ?? '';

/** Answers with the outcome of a rush of one client, then of a storm of as many clients. */
answerRequests(async ({ clients }: { clients: number }) => ({
  rush: await runRush(subject, clients),
  storm: await runStorm(subject, clients),
}));
