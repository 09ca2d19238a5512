import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../api/contract.ts';

const TITLES: Partial<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Not of a type that is taken',
  422: 'The message would be refused',
  429: 'Too many tries',
  500: 'The inbox failed',
  502: 'Somebody else does not answer',
  503: 'The database is away',
};

/** An error as application/problem+json (RFC 9457), with `more` beside it. */
export function problem(c: Context, status: ContentfulStatusCode, detail: string, more: Partial<Problem> = {}): Response {
  const body: Problem & { type: string } = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
