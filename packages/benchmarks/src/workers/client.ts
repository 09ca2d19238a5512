import { answerRequests } from '../harness/answer-requests.ts';
import { runInFlight } from '../harness/run-in-flight.ts';
import { loadSubject } from '../subjects/load-subject.ts';
import { type ClientSettings, type SubjectClient, settingsFor } from '../subjects/subject.ts';

/** What this worker is asked: sends with so many under way, or walks over a list. */
export interface ClientRequest {
  url: string;
  /** Settings other than those of the bench server. */
  settings?: Partial<ClientSettings>;
  work: 'send' | 'list';
  count: number;
  inFlight: number;
}

const createClient = await loadSubject(process.argv[2] ?? '');
let client: SubjectClient | undefined;

answerRequests(async ({ url, settings, work, count, inFlight }: ClientRequest) => {
  client ??= createClient({ ...settingsFor(url), ...settings });
  const { send, countItems } = client;
  return runInFlight(work === 'send' ? () => send('Hello') : countItems, count, inFlight);
});
