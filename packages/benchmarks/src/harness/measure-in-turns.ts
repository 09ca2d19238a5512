import { rounds } from './rounds.ts';
import { startWorker } from './worker.ts';

/** What to measure in turns. */
export interface TurnOptions {
  /** File of `workers/`, started once for each subject with the subject's name as argument. */
  worker: string;
  subjects: readonly string[];
  rounds: number;
  /** Milliseconds after which no further round begins, once there are enough. */
  limitMs: number;
  /** What each round asks. */
  request: object;
}

/**
 * Asks every subject the same, round by round, after two rounds that are not counted. A slow moment of the machine then
 * falls on all subjects, not on one; each round begins with another subject, so that none always follows the same one.
 */
export async function measureInTurns<Answer>(options: TurnOptions): Promise<Map<string, Answer[]>> {
  const { worker, subjects, request } = options;
  const workers = subjects.map((subject) => ({ subject, process: startWorker(worker, subject), answers: [] as Answer[] }));
  try {
    for (const { process } of [...workers, ...workers]) await process.ask(request);
    for (const round of rounds(options.rounds, options.limitMs)) {
      const first = round % workers.length;
      for (const { process, answers } of [...workers.slice(first), ...workers.slice(0, first)]) {
        answers.push(await process.ask<Answer>(request));
      }
    }
  } finally {
    await Promise.all(workers.map(({ process }) => process.stop()));
  }
  return new Map(workers.map(({ subject, answers }) => [subject, answers]));
}
