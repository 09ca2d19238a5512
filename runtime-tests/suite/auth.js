import { basicAuth, bearerToken, clientCredentials } from '@convapi/auth';
import { isAuthError } from '@convapi/core';
import { ok, refusal, same } from './assert.js';
import { clientOf, requestOf, requestsOf } from './service.js';

/** @import { Check, Tools } from './types.js' */

/**
 * The key id is the project too: the token endpoint has no other place for it.
 *
 * @param {Tools} tools
 * @param {string} keyId
 */
function credentialsOf({ base }, keyId) {
  return clientCredentials({ keyId, keySecret: 'sécret', tokenUrl: `${base}/oauth2/token` });
}

/** @type {Check[]} */
export const authChecks = [
  {
    name: 'auth: basicAuth encodes a key beyond ASCII as UTF-8',
    async run(tools) {
      const auth = basicAuth({ keyId: 'key', keySecret: 'sécret-👋' });
      await clientOf(tools, 'echo.basic', { auth }).apps.get('01APP');
      same((await requestOf(tools, 'echo.basic')).headers.authorization, 'Basic a2V5OnPDqWNyZXQt8J+Riw==', 'authorization');
    },
  },
  {
    name: 'auth: bearerToken is asked on every call',
    async run(tools) {
      let asked = 0;
      const client = clientOf(tools, 'echo.bearer', { auth: bearerToken(async () => `mine-${++asked}`) });
      await client.apps.get('01APP');
      await client.apps.get('01APP');
      const seen = (await requestsOf(tools, 'echo.bearer')).map(({ headers }) => headers.authorization);
      same(seen, ['Bearer mine-1', 'Bearer mine-2'], 'authorization');
    },
  },
  {
    name: 'auth: clientCredentials asks for one token, whatever the number of calls',
    async run(tools) {
      const client = clientOf(tools, 'echo.tokens', { auth: credentialsOf(tools, 'token.shared') });
      await Promise.all([1, 2, 3, 4, 5].map(() => client.apps.get('01APP')));
      const { method, headers, body } = await requestOf(tools, 'token.shared');
      same([method, body], ['POST', 'grant_type=client_credentials'], 'token request');
      same(headers['content-type'], 'application/x-www-form-urlencoded', 'content-type');
      same(headers.authorization, 'Basic dG9rZW4uc2hhcmVkOnPDqWNyZXQ=', 'authorization');
      const seen = (await requestsOf(tools, 'echo.tokens')).map((request) => request.headers.authorization);
      same(seen, Array(5).fill('Bearer token.shared-1'), 'authorization of the calls');
    },
  },
  {
    name: 'auth: a refused key is an AuthError without the secret in it',
    async run(tools) {
      const auth = credentialsOf(tools, 'refused.key');
      const error = await refusal(() => clientOf(tools, 'echo.refused', { auth }).apps.get('01APP'), isAuthError, 'refused key');
      same([error.status, error.code], [401, 'invalid_client'], 'status and code');
      ok(!JSON.stringify([error.message, error.stack, String(error.cause)]).includes('sécret'), 'the secret is not in the error');
      same((await requestsOf(tools, 'echo.refused')).length, 0, 'calls made');
    },
  },
  {
    name: 'auth: a call refused with 401 is repeated once with a new token',
    async run(tools) {
      const client = clientOf(tools, 'expired.once', { auth: credentialsOf(tools, 'token.renewed') });
      same((await client.apps.get('01APP')).id, '01APP', 'answer');
      const seen = (await requestsOf(tools, 'expired.once')).map(({ headers }) => headers.authorization);
      same(seen, ['Bearer token.renewed-1', 'Bearer token.renewed-2'], 'authorization');
    },
  },
];
