import type { RouteTable } from '../contract/index.ts';
import { type AccessTokens, readBearer } from '../requests/index.ts';
import type { Connection } from './connection.ts';
import { describeRequest, TOKEN_OPERATION } from './describe-request.ts';
import { failedAnswer } from './failed-answer.ts';
import type { RequestEffect } from './fault.ts';
import type { Faults } from './faults.ts';
import { slowDown, truncate } from './spoil-answer.ts';
import { draw, type Wait } from './wait.ts';

/** What answers a call when nothing goes wrong. Of a token the faults may say how long it lives. */
export type Answering = (request: Request, options: { tokenLifetimeS?: number }) => Promise<Response>;

/** Answers a call, or does what the rules say in its place. */
export type FaultyAnswering = (request: Request, connection: () => Connection, answer: Answering) => Promise<Response>;

/** What {@link createRequestFaults} works with. */
export interface RequestFaultsParts {
  faults: Faults;
  routes: RouteTable;
  tokens: AccessTokens;
  random: () => number;
  wait: Wait;
}

export function createRequestFaults({ faults, routes, tokens, random, wait }: RequestFaultsParts): FaultyAnswering {
  return async (request, connection, answer) => {
    if (!faults.watches('request')) return answer(request, {});
    const subject = await describeRequest(request, routes);
    const effect = faults.strike('request', subject);
    if (!effect) return answer(request, {});
    if (effect.latencyMs !== undefined) await wait(draw(effect.latencyMs, random), request.signal);
    if (effect.reset === 'before') return connection().reset();
    if (effect.token !== undefined) endToken(tokens, request, effect.token);
    const isTokenEndpoint = subject.operation === TOKEN_OPERATION;
    const given =
      effect.status === undefined ? await answer(request, lifetimeOf(effect)) : failedAnswer(effect.status, effect, isTokenEndpoint);
    return spoil(given, effect, connection, wait);
  };
}

function endToken(tokens: AccessTokens, request: Request, how: 'expire' | 'revoke'): void {
  const token = readBearer(request.headers.get('authorization') ?? undefined);
  if (token !== undefined) tokens.end(token, how);
}

function lifetimeOf({ tokenLifetimeS }: RequestEffect): { tokenLifetimeS?: number } {
  return tokenLifetimeS === undefined ? {} : { tokenLifetimeS };
}

async function spoil(given: Response, effect: RequestEffect, connection: () => Connection, wait: Wait): Promise<Response> {
  if (effect.reset === 'after') return connection().reset();
  if (effect.reset === 'midway') return connection().cut(given);
  const answer = effect.truncate ? await truncate(given) : given;
  return effect.slowBodyMs === undefined ? answer : slowDown(answer, effect.slowBodyMs, wait);
}
