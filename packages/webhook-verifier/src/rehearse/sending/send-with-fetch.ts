import { errorFields } from '../error-fields.ts';
import { type Answer, MAX_ANSWER_BYTES, type Send, type Shot } from './shot.ts';

/** Sends through a fetch of the caller's, so that a handler can be rehearsed without a network. */
export function sendWithFetch(fetch: typeof globalThis.fetch, url: string, timeoutMs: number): Send {
  return async (shot) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      // A fetch of the caller's may ignore the signal, or give an answer that never ends.
      return await Promise.race([exchange(fetch, url, shot, signal), whenAborted(signal)]);
    } catch (error) {
      return toFailure(error, signal);
    }
  };
}

async function exchange(fetch: typeof globalThis.fetch, url: string, shot: Shot, signal: AbortSignal): Promise<Answer> {
  const headers = new Headers();
  for (const [name, value] of shot.headers) headers.append(name, value);
  // `duplex` is missing in the types of the DOM; runtimes want it for a body that is a stream.
  const init = { method: shot.method, headers, body: toBody(shot), duplex: 'half', redirect: 'manual', signal };
  const response = await fetch(url, init as RequestInit);
  return { status: response.status, body: (await response.text()).slice(0, MAX_ANSWER_BYTES) };
}

function toBody({ parts }: Shot): BodyInit | null {
  if (parts.length < 2) return parts[0] ?? null;
  const rest = parts.values();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = rest.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

function toFailure(error: unknown, signal: AbortSignal): Answer {
  if (signal.aborted) return { failure: 'timeout', detail: 'no answer in time' };
  // Node says only "fetch failed"; the reason lies below.
  const cause = errorFields(error).cause ?? error;
  const { code } = errorFields(cause);
  const detail = typeof code === 'string' ? code : String(cause);
  return { failure: code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'refused' : 'closed', detail };
}
