import { OPERATIONS } from '../behaviour/operations.ts';
import { invalid, Refusal } from '../behaviour/refusal.ts';
import { RETIRED_OPERATIONS } from '../behaviour/retired-operations.ts';
import type { World } from '../behaviour/world.ts';
import type { TokenBucket } from '../time/token-bucket.ts';
import type { AccessTokens } from './access-tokens.ts';
import { apiError, EMULATOR_HEADER, json } from './answers.ts';
import { isSame, readBasic, readBearer } from './credentials.ts';
import { loadSpec, type SpecOperation } from './load-spec.ts';
import { readJson } from './read-json.ts';
import { createRequestValidator, type RequestValidator } from './request-validator.ts';
import { createRouteTable, type Match } from './route-table.ts';

/** Answers one call of the API. */
export type Api = (request: Request) => Promise<Response>;

/**
 * The emulated API as one function: who calls, what for, is it right, and then the operation.
 *
 * @param calls how many of them there may be
 */
export function createApi(world: World, tokens: AccessTokens, calls: TokenBucket): Api {
  const documents = loadSpec();
  const routes = createRouteTable(documents.flatMap((document) => document.operations));
  const validator = createRequestValidator(documents);

  return async (request) => {
    const url = new URL(request.url);
    const refusal = authenticate(world, tokens, request.headers.get('authorization') ?? undefined);
    if (refusal) return refusal;
    if (!calls.take()) return apiError('RESOURCE_EXHAUSTED', 'The project has made too many calls in this second. Wait, then try again.');
    const match = routes.find(request.method, withoutBeta(url.pathname));
    if (!('operation' in match)) return answerUnknown(request.method, url.pathname, match.allowed);
    if (match.params.project_id !== world.settings.projectId) {
      return apiError('PERMISSION_DENIED', `The access key has no access to project ${match.params.project_id}.`);
    }
    const retired = RETIRED_OPERATIONS[match.operation.id];
    if (retired !== undefined) return apiError('NOT_FOUND', retired, { status: 410 });
    const operation = OPERATIONS[match.operation.id];
    if (!operation) return answerNotEmulated(match.operation);
    try {
      const call = await readCall(validator, request, url, match);
      return call instanceof Response ? call : json(200, operation(world, call));
    } catch (error) {
      if (error instanceof Refusal) return apiError(error.code, error.message, { violations: error.violations });
      throw error;
    }
  };
}

/** Paths of the documentation of 2021. */
function withoutBeta(path: string): string {
  return path.replace(/^(\/batch)?\/v1beta\//, '$1/v1/');
}

function authenticate({ settings }: World, tokens: AccessTokens, header: string | undefined): Response | undefined {
  const basic = readBasic(header);
  if (basic && isSame(basic, settings)) return undefined;
  const bearer = readBearer(header);
  const state = bearer === undefined ? 'invalid' : tokens.check(bearer);
  if (state === 'valid') return undefined;
  const reason = state === 'expired' ? 'The access token expired' : 'The access token is invalid';
  const challenge = bearer === undefined ? 'Bearer' : `Bearer error="invalid_token", error_description="${reason}"`;
  return apiError('UNAUTHENTICATED', 'Request had invalid credentials.', { headers: { 'www-authenticate': challenge } });
}

function answerUnknown(method: string, path: string, allowed: string[]): Response {
  if (allowed.length === 0) return apiError('NOT_FOUND', `There is nothing at ${path}.`);
  // What the service says, e.g. to POST on /apps/{app_id}/webhooks.
  return apiError('UNIMPLEMENTED', `Method ${method} does not exist on this path; it has ${allowed.join(', ')}.`, {
    headers: { allow: allowed.join(', ') },
  });
}

function answerNotEmulated(operation: SpecOperation): Response {
  const message = `The emulator does not have ${operation.id} yet. The Sinch Conversation API does; only this local stand-in lacks it.`;
  return apiError('UNIMPLEMENTED', message, { headers: { [EMULATOR_HEADER]: 'not-emulated' } });
}

async function readCall(validator: RequestValidator, request: Request, url: URL, { operation, params }: Match) {
  const query = validator.query(operation, url.searchParams);
  const body = operation.bodyRef === undefined ? { value: undefined } : await readJson(request);
  if ('problem' in body) return apiError('INVALID_ARGUMENT', body.message, { status: BODY_STATUS[body.problem] });
  const violations = [...query.violations, ...validator.body(operation, body.value)];
  if (violations.length > 0) throw invalid(violations);
  return { params, query: query.values, body: body.value };
}

const BODY_STATUS = { content_type: 415, too_large: 413, malformed: 400, too_deep: 400 } as const;
