import { SIGNATURE } from '../internal/headers.ts';
import { signWebhook } from '../sign-webhook.ts';
import { createFacts, type Facts } from './fixtures/facts.ts';
import { inbound } from './fixtures/message-payloads.ts';
import { toEvent } from './fixtures/payloads.ts';
import { type Answer, isAccepted, isAnswered, type Send, type Shot } from './sending/shot.ts';

/** How a callback is signed, where it is not as the service would. */
export interface SignOptions {
  secret?: string;
  /** Seconds from now; negative is the past. */
  age?: number;
}

/** A callback that was sent, and its answer. */
export interface Sent {
  shot: Shot;
  answer: Answer;
}

/** What checks work with: the target, signatures, and what is known of the receiver so far. */
export interface Range {
  readonly secret: string;
  readonly toleranceSeconds: number;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  /** How many callbacks the receiver handled, when it can tell. */
  readonly handled: (() => number | Promise<number>) | undefined;
  /** The first callback of the rehearsal. */
  first: Sent | undefined;
  /** What is wrong when even that one was refused. */
  diagnosis: string | undefined;
  /** The longest wait for an answer to a callback that was taken, in milliseconds. */
  slowestMs: number;
  newFacts(): Facts;
  /** A signed callback. Text is sent as it stands, an object as compact JSON. */
  callback(body: string | object, options?: SignOptions): Promise<Shot>;
  /** A signed message from a person. */
  message(text: string, options?: SignOptions): Promise<Shot>;
  send(shot: Shot): Promise<Answer>;
}

/** What a range is made of. */
export interface RangeOptions {
  secret: string;
  appId: string;
  send: Send;
  now: () => number;
  random: () => number;
  toleranceSeconds: number;
  maxBodyBytes: number;
  timeoutMs: number;
  handled: (() => number | Promise<number>) | undefined;
}

/** After so many failures in a row that cost a whole time-out or found nobody, the rest would find the same. */
const MAX_FAILURES = 3;

export function createRange(options: RangeOptions): Range {
  const { secret, appId, now, random, toleranceSeconds, maxBodyBytes, timeoutMs, handled } = options;
  let failures = 0;
  const range: Range = {
    ...{ secret, toleranceSeconds, maxBodyBytes, timeoutMs, handled },
    first: undefined,
    diagnosis: undefined,
    slowestMs: 0,
    newFacts: () => createFacts(appId, now(), random),
    async callback(body, { secret: other = secret, age = 0 } = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const timestamp = Math.floor(now() / 1000) + age;
      const headers = await signWebhook({ body: text, secret: other, timestamp, now, random });
      return {
        method: 'POST',
        headers: [['content-type', 'application/json'], ...Object.entries(headers)],
        parts: [new TextEncoder().encode(text)],
      };
    },
    message(text, signOptions) {
      const facts = range.newFacts();
      return range.callback(toEvent(facts, { message: inbound(facts, text) }), signOptions);
    },
    async send(shot) {
      if (failures >= MAX_FAILURES) return { failure: 'not_sent', detail: 'several before it got no answer' };
      const startedAt = now();
      const answer = await options.send(shot);
      if (isAccepted(answer)) range.slowestMs = Math.max(range.slowestMs, now() - startedAt);
      failures = isAnswered(answer) || answer.failure === 'closed' ? 0 : failures + 1;
      return answer;
    },
  };
  return range;
}

/** Name of the header with a part of the signature. */
export function signatureHeader(part?: 'nonce' | 'timestamp' | 'algorithm'): string {
  return part ? `${SIGNATURE}-${part}` : SIGNATURE;
}
