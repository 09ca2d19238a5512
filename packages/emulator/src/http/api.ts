import { REGIONS } from '@convapi/core';
import { type Contract, type Match, type RequestValidator, readRegion, type SpecOperation } from '../contract/index.ts';
import { invalid, Refusal } from '../operations/index.ts';
import { type Access, apiError, checkAccess, EMULATOR_HEADER, json, readBearer, readJson, urlOf } from '../requests/index.ts';
import { OPERATIONS, RETIRED_OPERATIONS, type World } from '../service/index.ts';
import type { Settings } from '../settings.ts';
import type { TokenBucket } from '../time/index.ts';
import { createUnknownNotes } from './unknown-notes.ts';

/** Answers one call of the API. */
export type Api = (request: Request) => Promise<Response>;

/** The API with a key, and without one for the page of the emulator itself. */
export interface Apis {
  api: Api;
  /** Neither asks for a key nor counts as a call of the project. @param url what the call is for: it came to another address */
  asOwner(request: Request, url: URL): Promise<Response>;
}

/** What the API works with. */
type ApiWorld = World & { settings: Pick<Settings, 'checkAnswers'> };

/** Who hears of what the caller need not know. */
export interface ApiListeners {
  /** Hears of answers that are not as the spec says and go out all the same. */
  onBug: (bug: Error) => void;
  /** Hears what the user should know. */
  tell: (message: string) => void;
}

/**
 * The emulated API as one function: who calls, what for, is it right, and then the operation.
 *
 * @param calls how many of them there may be
 */
export function createApi(world: ApiWorld, access: Access, calls: TokenBucket, contract: Contract, { onBug, tell }: ApiListeners): Apis {
  const noteUnknown = createUnknownNotes(tell);
  const { loose, checkAnswers } = world.settings;
  const worlds = new Map(REGIONS.map((region) => [region, { ...world, region }]));

  function checkAnswer(operation: SpecOperation, body: object): void {
    const violations = contract.checkAnswer(operation, body, loose);
    if (violations.length === 0) return;
    const bug = new Error(`The answer of ${operation.id} is not as the spec says: ${JSON.stringify(violations)}`);
    if (!loose) throw bug;
    onBug(bug);
  }

  async function answer(request: Request, url: URL): Promise<Response> {
    const { region, path } = readRegion(url, world.settings.region);
    const match = contract.routes.find(request.method, withoutBeta(path));
    if (!('operation' in match)) return answerUnknown(request.method, url.pathname, match.allowed);
    if (match.params.project_id !== world.settings.projectId) {
      return apiError('PERMISSION_DENIED', `The access key has no access to project ${match.params.project_id}.`);
    }
    const retired = RETIRED_OPERATIONS[match.operation.id];
    if (retired !== undefined) return apiError('NOT_FOUND', retired);
    const operation = OPERATIONS[match.operation.id];
    if (!operation) return answerNotEmulated(match.operation);
    try {
      const call = await readCall(contract.validator, request, url, match, loose);
      if ('status' in call) return call; // an answer, not a call
      if (call.unknown.length > 0) noteUnknown(match.operation, call.unknown);
      const body = operation(worlds.get(region) ?? world, call);
      if (checkAnswers) checkAnswer(match.operation, body);
      return json(200, body);
    } catch (error) {
      if (error instanceof Refusal) return apiError(error.code, error.message, { violations: error.violations });
      throw error;
    }
  }

  return {
    async api(request) {
      const refusal = authenticate(access, request.headers.get('authorization') ?? undefined);
      if (refusal) return refusal;
      if (!calls.take()) return apiError('RESOURCE_EXHAUSTED', 'The project has made too many calls in this second. Wait, then try again.');
      return answer(request, urlOf(request));
    },
    asOwner: answer,
  };
}

/** Paths of the documentation of 2021. */
function withoutBeta(path: string): string {
  return path.replace(/^(\/batch)?\/v1beta\//, '$1/v1/');
}

function authenticate(access: Access, header: string | undefined): Response | undefined {
  const state = checkAccess(access, header);
  if (state === 'valid') return undefined;
  const bearer = readBearer(header);
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

async function readCall(validator: RequestValidator, request: Request, url: URL, { operation, params }: Match, isLoose: boolean) {
  const query = validator.query(operation, url.searchParams, isLoose);
  const given = operation.bodyRef === undefined ? { value: undefined } : await readJson(request);
  if ('problem' in given) return apiError('INVALID_ARGUMENT', given.message, { status: BODY_STATUS[given.problem] });
  const body = validator.body(operation, withoutNulls(given.value), isLoose);
  const violations = [...query.violations, ...body.violations];
  const unknown = [...query.unknown, ...body.unknown];
  if (violations.length > 0) throw invalid(violations, isLoose || unknown.length === 0 ? '' : PASS);
  return { params, query: query.value, body: body.value, unknown };
}

/** As in protobuf, a field that is null is one that was not given. The service sends such fields, and gets them back. */
function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const entries = Object.entries(body);
  const given = entries.filter(([, value]) => value !== null);
  return given.length === entries.length ? body : Object.fromEntries(given);
}

/** How to go on with what is no mistake, but newer than the document. */
const PASS = ' If the service knows it by now, start the emulator with --loose (the option loose) to let it pass.';

const BODY_STATUS = { content_type: 415, too_large: 413, malformed: 400, too_deep: 400 } as const;
