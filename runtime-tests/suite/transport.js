import { createWebhookVerifier, signWebhook } from '@convapi/webhook-verifier';
import { same } from './assert.js';
import { clientOf, requestOf } from './service.js';

/** @import { Check } from './types.js' */

/** What the `imports` conditions of the packages promise. */
const PROMISED = {
  node: { transport: 'node:http', hmac: 'node:crypto' },
  bun: { transport: 'fetch', hmac: 'node:crypto' },
  deno: { transport: 'fetch', hmac: 'node:crypto' },
  workerd: { transport: 'fetch', hmac: 'Web Crypto' },
};

/**
 * How often a method is called while something runs.
 *
 * @template {string} Name
 * @param {{ [name in Name]: Function }} owner
 * @param {Name} name
 * @param {() => Promise<unknown>} run
 */
async function callsOf(owner, name, run) {
  const original = owner[name];
  let calls = 0;
  owner[name] = function counted(/** @type {unknown[]} */ ...args) {
    calls += 1;
    return Reflect.apply(original, this, args);
  };
  try {
    await run();
  } finally {
    owner[name] = original;
  }
  return calls;
}

/** @type {Check[]} */
export const transportChecks = [
  {
    name: 'conditions: #transport is the one of this runtime',
    async run(tools) {
      const calls = await callsOf(globalThis, 'fetch', () => clientOf(tools, 'echo.picked').apps.get('01APP'));
      const transport = calls === 0 ? 'node:http' : 'fetch';
      tools.fact('transport', transport);
      same(transport, PROMISED[tools.runtime].transport, 'transport');
    },
  },
  {
    name: 'conditions: the server sees the transport of this runtime',
    async run(tools) {
      await clientOf(tools, 'echo.default').apps.get('01APP');
      await clientOf(tools, 'echo.fetched', { fetch: globalThis.fetch }).apps.get('01APP');
      const [chosen, fetched] = [await requestOf(tools, 'echo.default'), await requestOf(tools, 'echo.fetched')];
      const traces = ['user-agent', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'connection'];
      const tracesOf = (/** @type {typeof chosen} */ { headers }) => traces.map((name) => headers[name] ?? null);
      const ofHttp = [null, 'gzip, deflate, br', null, null, 'keep-alive'];
      same(tracesOf(chosen), tools.runtime === 'node' ? ofHttp : tracesOf(fetched), traces.join());
      if (tools.runtime === 'node') same(fetched.headers['user-agent'], 'node', 'user-agent of fetch');
    },
  },
  {
    name: 'conditions: #hmac is the one of this runtime',
    async run(tools) {
      const body = '{"message":{}}';
      const calls = await callsOf(crypto.subtle, 'sign', async () => {
        const headers = await signWebhook({ body, secret: 'a-secret' });
        await createWebhookVerifier({ secrets: 'a-secret' }).verify(body, headers);
      });
      const hmac = calls === 0 ? 'node:crypto' : 'Web Crypto';
      tools.fact('hmac', hmac);
      same(hmac, PROMISED[tools.runtime].hmac, 'HMAC');
    },
  },
];
