import type { FieldViolation, Region } from '@convapi/core';
import { type RouteTable, readRegion } from '../contract/index.ts';
import { TOKEN_OPERATION, TOKEN_PATH } from '../faults/index.ts';
import { type KeptBody, type LoggedRequest, readBasic, readBearer } from '../requests/index.ts';
import { toTimestamp } from '../time/index.ts';
import type { LoggedBody, RequestEntry, RequestSummary } from './control-api.ts';
import { maskBody, maskHeaders } from './mask.ts';

/** Puts logged calls into words. */
export interface RequestViews {
  summary(entry: LoggedRequest): RequestSummary;
  entry(entry: LoggedRequest): RequestEntry;
}

/** What {@link createRequestViews} works with. */
export interface RequestViewParts {
  routes: RouteTable;
  region: Region;
  /** The access key that a token was made with. */
  keyOf: (token: string) => string | undefined;
}

export function createRequestViews({ routes, region: fallback, keyOf }: RequestViewParts): RequestViews {
  function summary(logged: LoggedRequest): RequestSummary {
    const { seq, timeMs, method, status, ms, asOwner } = logged;
    const url = new URL(logged.url);
    const { region, path } = readRegion(url, fallback);
    const match = routes.find(method, path.replace(/^(\/batch)?\/v1beta\//, '$1/v1/'));
    const params = 'params' in match ? match.params : {};
    const appId = params.app_id ?? url.searchParams.get('app_id') ?? appIdIn(logged.requestBody);
    const error = errorIn(logged);
    return {
      seq,
      id: String(seq),
      time: toTimestamp(timeMs),
      method,
      path: url.pathname,
      operation: url.pathname === TOKEN_PATH ? TOKEN_OPERATION : 'operation' in match ? match.operation.id : '',
      region,
      status,
      ms,
      key_id: asOwner ? null : keyIdOf(logged),
      as_owner: asOwner,
      ...(appId === undefined ? {} : { app_id: appId }),
      ...(error?.message === undefined ? {} : { error: error.message }),
    };
  }

  function keyIdOf({ headers, requestBody }: LoggedRequest): string | null {
    const bearer = readBearer(headers.authorization);
    const inForm = () => new URLSearchParams(requestBody?.text).get('client_id');
    return readBasic(headers.authorization)?.keyId ?? (bearer === undefined ? inForm() : keyOf(bearer)) ?? null;
  }

  return {
    summary,
    entry: (logged) => ({
      ...summary(logged),
      query: new URL(logged.url).search.slice(1),
      headers: maskHeaders(logged.headers),
      request_body: toLoggedBody(logged.requestBody),
      response_body: toLoggedBody(logged.responseBody),
      violations: errorIn(logged)?.violations ?? [],
    }),
  };
}

function toLoggedBody(body: KeptBody | undefined): LoggedBody | null {
  return body === undefined ? null : { text: maskBody(body.text), length: body.length, is_cut: body.text.length < body.length };
}

/** Cheaper than parsing, and right also in a body that is cut. */
function appIdIn(body: KeptBody | undefined): string | undefined {
  return body && /"app_id"\s*:\s*"([^"\\]+)"/.exec(body.text)?.[1];
}

interface ErrorBody {
  error?: { message?: string; details?: { field_violations?: FieldViolation[] }[] } | string;
  error_description?: string;
}

/** What an answer says is wrong, in the form of the API or of the token endpoint. */
function errorIn({ status, responseBody }: LoggedRequest): { message?: string; violations: FieldViolation[] } | undefined {
  if (status < 400 || responseBody === undefined) return undefined;
  const { error, error_description: description } = parse(responseBody.text);
  if (typeof error !== 'object') return { ...message(description), violations: [] };
  return { ...message(error.message), violations: error.details?.flatMap((detail) => detail.field_violations ?? []) ?? [] };
}

function message(text: string | undefined): { message?: string } {
  return text === undefined ? {} : { message: text };
}

function parse(text: string): ErrorBody {
  try {
    return (JSON.parse(text) ?? {}) as ErrorBody;
  } catch {
    return {};
  }
}
