import { signWebhook } from '@convapi/webhook-verifier';
import { reasonOf } from '../error-code.ts';
import { type Clock, toTimestamp } from '../time/index.ts';
import type { CallbackJob, CallbackRecord } from './callback-record.ts';
import type { Poster } from './poster.ts';
import type { ReceiverTokens } from './receiver-tokens.ts';

/** What {@link attemptCallback} works with. */
export interface AttemptParts {
  clock: Clock;
  /** The time that signatures carry: receivers refuse what their own clock calls old, and no emulator moves that. */
  now: () => number;
  newId: () => string;
  poster: Poster;
  tokens: ReceiverTokens;
}

/** Tries once to hand over a callback, and writes down what came of it. The state stays `pending` when another try may help. */
export async function attemptCallback(parts: AttemptParts, job: CallbackJob, record: CallbackRecord): Promise<void> {
  const time = toTimestamp(parts.clock.now());
  const startMs = performance.now();
  const tookMs = () => Math.round((performance.now() - startMs) * 10) / 10;
  try {
    record.headers = await createHeaders(parts, job);
    const status = await parts.poster.post(job.target, record.headers, job.body);
    record.attempts.push({ time, status, ms: tookMs() });
    if (status >= 200 && status < 300) record.state = 'delivered';
    else if (status !== 429 && status < 500) record.state = 'dropped';
  } catch (error) {
    record.attempts.push({ time, error: reasonOf(error), ms: tookMs() });
  }
}

/** A new nonce and time for each attempt: a receiver that remembers nonces would refuse the repeat of one that it failed on. */
async function createHeaders(
  { now, newId, tokens }: AttemptParts,
  { body, secret, credentials }: CallbackJob,
): Promise<Record<string, string>> {
  const timestamp = Math.floor(now() / 1000);
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'convapi-emulator',
    ...(secret ? await signWebhook({ body, secret, nonce: newId(), timestamp }) : {}),
    ...(credentials ? { authorization: `Bearer ${await tokens.get(credentials)}` } : {}),
  };
}
