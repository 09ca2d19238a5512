import { bearerToken } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

/** @import { Tools, Seen } from './types.js' */
/** @import { ConversationClient, ConversationClientOptions } from '@convapi/client' */

/**
 * A client of the loopback server. The part of the project before the dot chooses how the server behaves, see
 * parent/scenarios.mjs; the rest keeps the requests of one check apart from those of others.
 *
 * @param {Tools} tools
 * @param {string} project
 * @param {Partial<ConversationClientOptions>} [options]
 * @returns {ConversationClient}
 */
export function clientOf(tools, project, options = {}) {
  const auth = bearerToken(() => 'a-token');
  return createConversationClient({ projectId: project, region: 'eu', baseUrl: tools.base, auth, retry: false, ...options });
}

/** The requests of a project so far. @param {Tools} tools @param {string} project @returns {Promise<Seen[]>} */
export function requestsOf(tools, project) {
  return ask(tools, `requests/${project}`);
}

/** The only request of a project; fails when there are more or none. @param {Tools} tools @param {string} project @returns {Promise<Seen>} */
export async function requestOf(tools, project) {
  const [request, ...others] = await requestsOf(tools, project);
  if (!request || others.length > 0)
    throw new Error(`${project}: one request was expected, the server saw ${others.length + (request ? 1 : 0)}`);
  return request;
}

/**
 * Asks the loopback server about itself.
 *
 * @param {Tools} tools
 * @param {string} question
 * @returns {Promise<any>}
 */
export async function ask({ base }, question) {
  const response = await fetch(`${base}/_control/${question}`);
  if (!response.ok) throw new Error(`_control/${question} answered ${response.status}`);
  return response.json();
}
