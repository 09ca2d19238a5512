import {
  createWebhookHandler,
  createWebhookVerifier,
  isWebhookVerificationError,
  memoryReplayGuard,
  signWebhook,
} from '@convapi/webhook-verifier';
import { refusal, same } from './assert.js';
import { ask } from './service.js';

/** @import { Check, Tools } from './types.js' */
/** @typedef {{ id: string, secret: string, nonce: string, timestamp: string, body: string, body_base64: string, signature: string, still_verifies_after_parse_and_stringify: boolean | null }} Vector */

const SECRET = 'foo_secret1234';
const INBOUND = JSON.stringify({ app_id: '01APP', message: { contact_message: { text_message: { text: 'Hej då 👋' } } } });

/** @param {Vector} vector */
function verifierOf(vector) {
  return createWebhookVerifier({ secrets: vector.secret, now: () => Number(vector.timestamp) * 1000 });
}

/** @param {Vector} vector */
function headersOf({ signature, nonce, timestamp }) {
  return {
    'X-Sinch-Webhook-Signature': signature,
    'x-sinch-webhook-signature-nonce': nonce,
    'x-sinch-webhook-signature-timestamp': timestamp,
    'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
  };
}

/** Each with one thing changed after signing. @param {Vector} vector @returns {Vector[]} */
function tampered(vector) {
  const { body, signature, timestamp } = vector;
  const rewritten =
    vector.still_verifies_after_parse_and_stringify === false ? [{ ...vector, body: JSON.stringify(JSON.parse(body)) }] : [];
  return [
    { ...vector, body: body === '' ? ' ' : `[${body.slice(1)}` },
    { ...vector, nonce: `${vector.nonce.slice(0, -1)}Z` },
    { ...vector, timestamp: String(Number(timestamp) + 1) },
    { ...vector, secret: `${vector.secret}x` },
    { ...vector, signature: signature.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') },
    { ...vector, signature: '=' },
    ...rewritten,
  ];
}

/** @param {() => unknown} call */
async function reasonOf(call) {
  return (await refusal(call, isWebhookVerificationError, 'callback')).reason;
}

/** Runs a check on every vector, and names the one that it fails on. @param {Tools} tools @param {(vector: Vector) => Promise<void>} run */
async function eachVector(tools, run) {
  /** @type {Vector[]} */
  const vectors = await ask(tools, 'vectors');
  if (vectors.length === 0) throw new Error('there are no vectors');
  for (const vector of vectors) {
    await run(vector).catch((cause) => {
      throw new Error(`vector ${vector.id}`, { cause });
    });
  }
}

/** @type {Check[]} */
export const verifierChecks = [
  {
    name: 'verifier: accepts every vector, as text and as bytes',
    run: (tools) =>
      eachVector(tools, async (vector) => {
        const bytes = Uint8Array.from(atob(vector.body_base64), (char) => char.charCodeAt(0));
        for (const body of [vector.body, bytes, bytes.buffer]) {
          const call = () => verifierOf(vector).verify(body, headersOf(vector));
          // The empty body is signed rightly and is still no event.
          if (vector.body === '') same(await reasonOf(call), 'malformed_body', 'empty body');
          else same({ ...(await call()), trigger: '' }, { ...JSON.parse(vector.body), trigger: '' }, 'event');
        }
      }),
  },
  {
    name: 'verifier: refuses every vector that was tampered with',
    run: (tools) =>
      eachVector(tools, async (vector) => {
        for (const copy of tampered(vector)) {
          same(await reasonOf(() => verifierOf(copy).verify(copy.body, headersOf(copy))), 'signature_mismatch', JSON.stringify(copy));
        }
      }),
  },
  {
    name: 'verifier: takes a Request, once',
    async run() {
      const verifier = createWebhookVerifier({ secrets: ['another', SECRET] });
      const headers = await signWebhook({ body: INBOUND, secret: SECRET });
      const request = () => new Request('https://example.com/callbacks', { method: 'POST', body: INBOUND, headers });
      const event = await verifier.verify(request());
      same(event.trigger, 'MESSAGE_INBOUND', 'trigger');
      same({ ...event, trigger: '' }, { ...JSON.parse(INBOUND), trigger: '' }, 'event');
      same(await reasonOf(() => verifier.verify(request())), 'replayed', 'the same again');
      const read = request();
      await read.text();
      same(await reasonOf(() => verifier.verify(read)), 'body_already_parsed', 'a request that was read');
    },
  },
  {
    name: 'verifier: finds the secrets of each callback, and leases it',
    async run() {
      const body = JSON.stringify({ ...JSON.parse(INBOUND), app_id: '01APP' });
      const verifier = createWebhookVerifier({ secrets: async ({ appId }) => (appId === '01APP' ? ['another', SECRET] : undefined) });
      const headers = await signWebhook({ body, secret: SECRET });
      const { event, secretIndex, lease } = await verifier.lease(body, headers);
      same([event.app_id, secretIndex], ['01APP', 1], 'event and secret');
      same(await reasonOf(() => verifier.lease(body, headers)), 'in_progress', 'while it is at work');
      await lease.done();
      same(await reasonOf(() => verifier.lease(body, headers)), 'replayed', 'when it is done');
      const foreign = JSON.stringify({ ...JSON.parse(INBOUND), app_id: '01OTHER' });
      const call = async () => verifier.verify(foreign, await signWebhook({ body: foreign, secret: SECRET }));
      same(await reasonOf(call), 'signature_mismatch', 'an app without secrets');
    },
  },
  {
    name: 'verifier: signWebhook makes the published signatures, and nonces of its own',
    async run(tools) {
      await eachVector(tools, async ({ body, secret, nonce, timestamp, signature }) => {
        const headers = await signWebhook({ body, secret, nonce, timestamp: Number(timestamp) });
        same(headers['x-sinch-webhook-signature'], signature, 'signature');
      });
      const [one, other] = [await signWebhook({ body: INBOUND, secret: SECRET }), await signWebhook({ body: INBOUND, secret: SECRET })];
      const nonces = [one, other].map((headers) => headers['x-sinch-webhook-signature-nonce']);
      same([new Set(nonces).size, ...nonces.map((nonce) => nonce.length)], [2, 26, 26], 'nonces');
    },
  },
  {
    name: 'verifier: createWebhookHandler answers callbacks that come over HTTP',
    async run(tools) {
      /** @type {unknown[]} */
      const handled = [];
      const verifier = createWebhookVerifier({ secrets: SECRET, maxBodyBytes: 4_096, replayGuard: memoryReplayGuard() });
      const handler = createWebhookHandler(verifier, {
        MESSAGE_INBOUND: ({ message }) => {
          handled.push(message.contact_message);
        },
      });
      const served = await tools.serve(handler);
      /** @param {string} body @param {Record<string, string>} headers @param {string} [method] */
      const post = async (body, headers, method = 'POST') => {
        const response = await fetch(served.url, { method, headers, ...(method === 'POST' ? { body } : {}) });
        await response.text();
        return response.status;
      };
      try {
        const headers = await signWebhook({ body: INBOUND, secret: SECRET });
        same(await post(INBOUND, headers), 200, 'signed');
        same(await post(INBOUND, headers), 200, 'repeated');
        same(await post(INBOUND.replace('Hej', 'hej'), headers), 401, 'tampered');
        same(await post('', {}, 'GET'), 405, 'GET');
        // Last: a server may end the connection of a body that it does not read to the end, and workerd does so without a word.
        const long = JSON.stringify({ message: 'å'.repeat(4_096) });
        same(await post(long, await signWebhook({ body: long, secret: SECRET })), 413, 'too long');
        same(handled, [{ text_message: { text: 'Hej då 👋' } }], 'handled');
      } finally {
        await served.close();
      }
    },
  },
];
