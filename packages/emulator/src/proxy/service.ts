import { BATCH_PREFIX, type SpecOperation } from '../contract/index.ts';
import { type ProxyOptions, toHosts } from './proxy-options.ts';
import { createServiceToken } from './service-token.ts';

/** A call as it is passed on. */
export interface PassedCall {
  method: string;
  /** Path and query, without a region. */
  path: string;
  search: string;
  headers: Headers;
  body: string | undefined;
  operation: SpecOperation | undefined;
}

/** Passes a call on to the real service, with the real key. */
export type CallService = (call: PassedCall) => Promise<Response>;

/** Headers of a call that mean something to the service. The rest is about this connection, or names this key. */
const PASSED_ON = ['content-type', 'accept', 'accept-language', 'user-agent'];
const TIMEOUT_MS = 60_000;

export function createService(options: ProxyOptions, now: () => number): CallService {
  const hosts = toHosts(options);
  const token = createServiceToken(options, hosts, now);

  async function send(call: PassedCall): Promise<Response> {
    const headers = new Headers({ authorization: `Bearer ${await token.get()}` });
    for (const name of PASSED_ON) {
      const value = call.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return fetch(toUrl(call), {
      method: call.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(call.body === undefined ? {} : { body: call.body }),
    });
  }

  function toUrl({ path, search }: PassedCall): string {
    if (path.startsWith(`${BATCH_PREFIX}/`)) return hosts.batch + path.slice(BATCH_PREFIX.length) + search;
    return (/^\/v\d\w*\/projects\/[^/]+\/templates(\/|$)/.test(path) ? hosts.template : hosts.conversation) + path + search;
  }

  return async (call) => {
    const answer = await send(call);
    if (answer.status !== 401) return answer;
    // A token may end before its time; the second answer is final.
    await answer.body?.cancel();
    token.drop();
    return send(call);
  };
}
