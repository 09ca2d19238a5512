import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const TITLES: Partial<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Key needed',
  404: 'Not found',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Not JSON',
  500: 'The inbox failed',
  502: 'The message was not sent',
};

/** An error as application/problem+json (RFC 9457), with `more` beside it. */
export function problem(c: Context, status: ContentfulStatusCode, detail: string, more: object = {}): Response {
  const body = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
