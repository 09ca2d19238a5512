import { bearerToken } from '@convapi/auth';
import { CONTACTS_GET, createLeanClient, MESSAGES_SEND } from '@convapi/client/lean';
import { isApiError, isConvapiError, isDeliveryUnknownError, isTimeoutError } from '@convapi/core';
import { text } from '@convapi/message-builder';
import { refusal, same } from './assert.js';
import { requestOf, requestsOf } from './service.js';

/** @import { Check, Tools } from './types.js' */

const SEND = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: text('Hej då 👋') };

/** @param {Tools} tools @param {string} projectId */
function leanOf({ base }, projectId) {
  const auth = bearerToken(() => 'a-token');
  return createLeanClient({ projectId, region: 'eu', baseUrl: base, auth }, { send: MESSAGES_SEND, getContact: CONTACTS_GET });
}

/** @type {Check[]} */
export const leanChecks = [
  {
    name: 'lean client: sends a message beyond ASCII, byte for byte',
    async run(tools) {
      same((await leanOf(tools, 'send.lean').send(SEND)).message_id, '01MESSAGE', 'answer');
      const { method, url, headers, body } = await requestOf(tools, 'send.lean');
      same([method, url, JSON.parse(body)], ['POST', '/v1/projects/send.lean/messages:send', SEND], 'request');
      same([headers.authorization, headers['content-type']], ['Bearer a-token', 'application/json'], 'headers');
    },
  },
  {
    name: 'lean client: tries again on 503, and not when a send may have been taken',
    async run(tools) {
      same((await leanOf(tools, 'busy.lean').send(SEND)).message_id, '01MESSAGE', 'answer');
      same((await requestsOf(tools, 'busy.lean')).length, 2, 'requests');
      await refusal(() => leanOf(tools, 'cut.lean').send(SEND), isDeliveryUnknownError, 'send that breaks off');
      same((await requestsOf(tools, 'cut.lean')).length, 1, 'requests of the send that breaks off');
    },
  },
  {
    name: 'lean client: encodes ids, refuses steps up, and throws errors of the toolkit',
    async run(tools) {
      await leanOf(tools, 'echo-ids.lean').getContact('a/b?c=d#e å');
      const { url } = await requestOf(tools, 'echo-ids.lean');
      same(url, '/v1/projects/echo-ids.lean/contacts/a%2Fb%3Fc%3Dd%23e%20%C3%A5', 'url');
      await refusal(() => leanOf(tools, 'echo-ids.lean').getContact('..'), isConvapiError, 'id ".."');
      same((await refusal(() => leanOf(tools, 'missing.lean').getContact('01'), isApiError, '404')).code, 'NOT_FOUND', 'code');
      const silent = () => leanOf(tools, 'silent.lean').getContact('01', { timeoutMs: 200, retry: { maxRetries: 0 } });
      same((await refusal(silent, isTimeoutError, 'silent server')).timeoutMs, 200, 'timeoutMs');
    },
  },
];
