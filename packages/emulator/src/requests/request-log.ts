import type { IncomingHttpHeaders } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createLog } from '../store/index.ts';
import { said } from './said.ts';

/** A call that was answered, as it is kept: put into words when somebody looks. */
export interface LoggedRequest {
  seq: number;
  timeMs: number;
  method: string;
  /** What the call was for, whole: the host may name a region. */
  url: string;
  headers: IncomingHttpHeaders;
  /** 0 where the connection was broken in place of an answer. */
  status: number;
  ms: number;
  asOwner: boolean;
  requestBody: KeptBody | undefined;
  responseBody: KeptBody | undefined;
}

/** The beginning of a body. */
export interface KeptBody {
  text: string;
  /** Characters of all of it. */
  length: number;
}

/** The last calls of the API and of the token endpoint. */
export interface RequestLog {
  /** Answers a call, and notes it. */
  record(call: LoggedCall, answer: () => Promise<Response>): Promise<Response>;
  /** Oldest first. */
  all(): LoggedRequest[];
  clear(): void;
}

/** A call before it is answered. */
export interface LoggedCall {
  request: Request;
  /** What the call is for, where it came to another address. */
  url?: string;
  headers: IncomingHttpHeaders;
  asOwner: boolean;
}

/** What {@link createRequestLog} works with. */
export interface RequestLogParts {
  /** How many calls are remembered; 0 for none. */
  limit: number;
  now: () => number;
  /** Hears of each call, and gives it its number. */
  onRequest: (entry: LoggedRequest) => number;
}

/** Longest part of a body that is kept, in characters. */
const LONGEST_KEPT = 16 * 1024;

const INTERNAL_ERROR = 500;

export function createRequestLog({ limit, now, onRequest }: RequestLogParts): RequestLog {
  const log = createLog<LoggedRequest>(limit);

  function note({ request, url = request.url, headers, asOwner }: LoggedCall, startMs: number, answer: Response | undefined): void {
    const entry: LoggedRequest = {
      seq: 0,
      timeMs: now(),
      method: request.method,
      url,
      headers,
      status: statusOf(answer),
      ms: Math.round((performance.now() - startMs) * 10) / 10,
      asOwner,
      requestBody: keep(said(request)),
      responseBody: answer && keep(said(answer)),
    };
    entry.seq = onRequest(entry);
    log.add(entry);
  }

  return {
    async record(call, answer) {
      if (limit === 0) return answer();
      const startMs = performance.now();
      let given: Response | undefined;
      try {
        given = await answer();
        return given;
      } finally {
        note(call, startMs, given);
      }
    },
    all: () => log.all(),
    clear: () => log.clear(),
  };
}

function statusOf(answer: Response | undefined): number {
  if (answer === undefined) return INTERNAL_ERROR;
  // A fault rule has answered for it.
  return answer === RESPONSE_ALREADY_SENT ? 0 : answer.status;
}

function keep(text: string | undefined): KeptBody | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length <= LONGEST_KEPT) return { text, length: text.length };
  // A part of a string keeps all of it in memory; a copy does not.
  return { text: Buffer.from(text.slice(0, LONGEST_KEPT)).toString(), length: text.length };
}
