import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Persistence } from '../data/index.ts';
import { emulatorError } from './answers.ts';
import { urlOf } from './url-of.ts';

/** Answers a call, but not before all that it changed is stored; what cannot be stored does not happen, and the answer says so. */
export type AnswerStored = (request: Request, answer: () => Promise<Response>) => Promise<Response>;

const INSUFFICIENT_STORAGE = 507;

/** Calls that change nothing that is stored, though they are no GET. */
const CHANGES_NOTHING =
  /^\/oauth2\/token$|\/messages:(fetch-last-message|transcode)$|^\/_emulator(\/namespaces\/[^/]+)?\/(wait|idle|faults|tokens|media)(\/|$)/;

export function createAnswerStored({ journal, failures, isWritable, problem }: Persistence): AnswerStored {
  const refuse = () => emulatorError(INSUFFICIENT_STORAGE, 'not-stored', problem());
  return async (request, answer) => {
    if (changesSomething(request) && !isWritable()) return refuse();
    const before = failures();
    const given = await answer();
    await journal.committed()?.catch(() => undefined);
    // A fault rule has answered for it.
    if (given === RESPONSE_ALREADY_SENT) return given;
    return failures() === before ? given : refuse();
  };
}

function changesSomething(request: Request): boolean {
  const { method } = request;
  return method !== 'GET' && method !== 'HEAD' && !CHANGES_NOTHING.test(urlOf(request).pathname);
}
