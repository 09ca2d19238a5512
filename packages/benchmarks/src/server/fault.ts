import type { Answer } from './answers.ts';

/** One thing that goes wrong once, then no more. */
export interface Fault {
  /** Does it strike this request? */
  strikes(method: string, path: string): boolean;
  /** The answer it gives; `reset` cuts the connection, after the request was taken. */
  gives: Answer | 'reset';
}

const isToken = (_method: string, path: string) => path.endsWith('/oauth2/token');
const isCall = (method: string, path: string) => !isToken(method, path);

function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: JSON.stringify({ error: { code: status, message, status: code, details: [] } }) };
}

/** The faults of the suite of that name. */
export const FAULTS = {
  token503: { strikes: isToken, gives: { status: 503, body: '' } },
  // The vendor's own client only asks for a new token when this header says "expired".
  unauthorized: {
    strikes: isCall,
    gives: refusal(401, 'UNAUTHENTICATED', 'Request had invalid credentials.', { 'www-authenticate': 'Bearer error="invalid_token"' }),
  },
  reset: { strikes: isCall, gives: 'reset' },
  unavailable: { strikes: isCall, gives: refusal(503, 'UNAVAILABLE', 'Try again.') },
  tooMany: { strikes: isCall, gives: refusal(429, 'RESOURCE_EXHAUSTED', 'Too many requests.', { 'retry-after': '1' }) },
} satisfies Record<string, Fault>;
