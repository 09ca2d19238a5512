import { fetchTransport } from '@convapi/client';
import { isApiError, isConnectionError, isConvapiError, isDeliveryUnknownError, isTimeoutError } from '@convapi/core';
import { text, toIdentities } from '@convapi/message-builder';
import { ok, refusal, same } from './assert.js';
import { ask, clientOf, requestOf, requestsOf } from './service.js';

/** @import { Check, Tools } from './types.js' */
/** @import { ConversationClient, ConversationClientOptions } from '@convapi/client' */

const SEND = { app_id: '01APP', recipient: toIdentities({ RCS: '46701234567', SMS: '46701234567' }), message: text('Hej då 👋') };

/**
 * One way to carry requests. `open` makes a client of a scenario; `project` names the project that it gets.
 *
 * @typedef {object} Way
 * @property {boolean} isDefault
 * @property {(scenario: string, options?: Partial<ConversationClientOptions>) => ConversationClient} open
 * @property {(scenario: string) => string} project
 */

/** @type {Record<string, (tools: Tools, way: Way) => Promise<void>>} */
const CALLS = {
  async 'sends a message beyond ASCII, byte for byte'(tools, { open, project }) {
    const { data, response } = await open('send').messages.send(SEND).withResponse();
    same([data.message_id, response.status], ['01MESSAGE', 200], 'answer');
    const { method, url, headers, body } = await requestOf(tools, project('send'));
    same([method, url], ['POST', `/v1/projects/${project('send')}/messages:send`], 'request line');
    same(JSON.parse(body), SEND, 'body');
    same([headers.authorization, headers['content-type']], ['Bearer a-token', 'application/json'], 'headers');
  },
  async 'walks a list over its pages and stops with the loop'(tools, { open, project }) {
    const ids = [];
    for await (const { id } of open('pages').contacts.list({ page_size: 2 })) ids.push(id);
    same(ids, ['å1', '👋2', 'c3', 'd4', 'e5'], 'ids');
    const queries = (await requestsOf(tools, project('pages'))).map(({ url }) => url.split('?')[1]);
    same(queries, ['page_size=2', 'page_size=2&page_token=p%2F2', 'page_size=2&page_token=p%2F3'], 'queries');
    for await (const _ of open('pages').contacts.list()) break;
    same((await requestsOf(tools, project('pages'))).length, 4, 'requests after leaving the loop');
  },
  async 'throws an ApiError with the details of the answer'(_tools, { open }) {
    const missing = await refusal(() => open('missing').apps.get('01APP'), isApiError, '404');
    same([missing.status, missing.code, missing.requestId], [404, 'NOT_FOUND', 'request-17'], 'status, code, request id');
    ok(missing.message.includes('baseUrl'), 'a 404 of an own address speaks of baseUrl');
    const invalid = await refusal(() => open('invalid').messages.send(SEND), isApiError, '400');
    same(invalid.fieldViolations, [{ field: 'recipient', description: 'is missing' }], 'field violations');
  },
  async 'times out'(_tools, { open }) {
    const error = await refusal(() => open('silent').apps.get('01APP', { timeoutMs: 500 }), isTimeoutError, 'silent server');
    same([error.timeoutMs, error.requestLeft], [500, true], 'timeoutMs and requestLeft');
  },
  async 'aborts with the reason of the signal and lets go of the connection'(tools, { open, project }) {
    const controller = new AbortController();
    const reason = new Error('enough');
    const call = open('silent-abort').apps.get('01APP', { signal: controller.signal });
    call.catch(() => {});
    await ask(tools, `seen/${project('silent-abort')}`);
    controller.abort(reason);
    await refusal(
      () => call,
      /** @returns {error is Error} */ (error) => error === reason,
      'aborted call',
    );
    same(await ask(tools, `closed/${project('silent-abort')}`), true, 'the server sees the connection end');
  },
  async 'sends nothing when the signal has fired before'(tools, { open, project }) {
    const reason = new Error('too late');
    const call = () => open('echo-aborted').apps.get('01APP', { signal: AbortSignal.abort(reason) });
    await refusal(call, /** @returns {error is Error} */ (error) => error === reason, 'aborted call');
    same((await requestsOf(tools, project('echo-aborted'))).length, 0, 'requests');
  },
  async 'tries again on 503, also a send'(tools, { open, project }) {
    const client = open('busy', { retry: {} });
    same((await client.messages.send(SEND)).message_id, '01MESSAGE', 'answer of the send');
    const bodies = (await requestsOf(tools, project('busy'))).map(({ body }) => JSON.parse(body));
    same(bodies, [SEND, SEND], 'bodies');
  },
  async 'encodes ids in paths and refuses steps up'(tools, { open, project }) {
    const client = open('echo-ids');
    await client.contacts.get('a/b?c=d#e å');
    const { url } = await requestOf(tools, project('echo-ids'));
    same(url, `/v1/projects/${project('echo-ids')}/contacts/a%2Fb%3Fc%3Dd%23e%20%C3%A5`, 'url');
    for (const id of ['', '.', '..']) await refusal(() => client.contacts.get(id), isConvapiError, `id "${id}"`);
  },
  async 'reads compressed and empty answers'(_tools, { open }) {
    same((await open('gzip').apps.get('01APP')).display_name, 'Zażółć gęślą jaźń', 'compressed');
    same(await open('empty').contacts.delete('01CONTACT'), undefined, 'empty');
  },
  async 'does not follow a redirect, so the token stays'(tools, { open, project }) {
    const error = await refusal(() => open('redirect').apps.get('01APP'), isApiError, 'redirect');
    same(error.status, 302, 'status');
    same((await requestsOf(tools, `stolen.${project('redirect')}`)).length, 0, 'requests elsewhere');
  },
  async 'reports a read that breaks off, and a send that breaks off as unknown'(_tools, { open }) {
    await refusal(() => open('broken').apps.get('01APP'), isConnectionError, 'read');
    const error = await refusal(() => open('cut').messages.send(SEND), isDeliveryUnknownError, 'send');
    ok(isConnectionError(error.cause), 'its cause is a ConnectionError');
  },
  async 'sends once, also over a kept connection that ends before the answer'(tools, { open, project, isDefault }) {
    await open('echo-kept').apps.get('01APP');
    await refusal(() => open('cut-kept', { retry: {} }).messages.send(SEND), isDeliveryUnknownError, 'send');
    const { length } = await requestsOf(tools, project('cut-kept'));
    // the fetch of Deno repeats it by itself: there only the default transport, which keeps no connection for sends, can promise it
    const promised = isDefault || tools.runtime !== 'deno';
    ok(length === 1 || (!promised && length === 2), `the server saw ${length} requests`);
  },
  async 'reports a refused connection'(tools, { open, isDefault }) {
    const { url } = await ask(tools, 'closed-port');
    const error = await refusal(() => open('nobody', { baseUrl: url }).apps.get('01APP'), isConnectionError, 'read');
    if (isDefault) tools.fact('refused', error.requestLeft ? 'unsure' : 'not sent');
    // Where the runtime does not say that nothing was sent, a send must come out as unknown, never as safe to repeat.
    const send = () => open('nobody', { baseUrl: url }).messages.send(SEND);
    await (error.requestLeft ? refusal(send, isDeliveryUnknownError, 'send') : refusal(send, isConnectionError, 'send'));
  },
};

/** @type {[string, boolean, () => Partial<ConversationClientOptions>][]} */
const WAYS = [
  ['default transport', true, () => ({})],
  ['fetchTransport', false, () => ({ transport: fetchTransport(globalThis.fetch) })],
];

/** @type {Check[]} */
export const clientChecks = WAYS.flatMap(([way, isDefault, waysOptions]) =>
  Object.entries(CALLS).map(([name, run]) => ({
    name: `client, ${way}: ${name}`,
    async run(tools) {
      const project = (/** @type {string} */ scenario) => `${scenario}.${isDefault ? 'default' : 'fetch'}`;
      await run(tools, {
        isDefault,
        project,
        open: (scenario, options = {}) => clientOf(tools, project(scenario), { ...waysOptions(), ...options }),
      });
    },
  })),
);
