import { REGIONS } from '@convapi/core';
import { OPERATIONS } from '../service/index.ts';
import type { Settings } from '../settings.ts';

const NOTICE = 'This is not Sinch. It is a local stand-in for the Conversation API: nothing leaves this machine, nobody gets a message.';
const PASSING_ON = 'This is not Sinch, but calls of the API are passed on to it: people may get messages.';

/** What `GET /_emulator` says: what this is, and where things are. */
export function describeEmulator({ projectId, keyId, region, proxy }: Settings, url: string): object {
  const regions = REGIONS.map((name) => [name, `${url}/${name}`]);
  return {
    name: '@convapi/emulator',
    notice: proxy ? PASSING_ON : NOTICE,
    api: `${url}/v1/projects/${projectId}`,
    batch_api: `${url}/batch/v1/projects/${projectId}`,
    token_url: `${url}/oauth2/token`,
    project_id: projectId,
    key_id: keyId,
    region,
    regions: Object.fromEntries(regions),
    control: {
      'GET /_emulator/overview': 'all that a dashboard draws first, in one call',
      'GET /_emulator/stream': 'all that happens, as server-sent events; after?',
      'GET /_emulator/callbacks':
        'callbacks and the attempts to hand them over; filters trigger, app_id, webhook_id, state, message_id; after, before, limit, view, q, as of all logs',
      'GET /_emulator/callbacks/{id}': 'one of them',
      'POST /_emulator/callbacks/{id}/resend': 'sends it once more: to?',
      'POST /_emulator/callbacks/resend': 'sends all once more that are over in a state: state?, by default dropped',
      'POST /_emulator/webhooks/{id}/test': 'sends what a trigger looks like: trigger',
      'GET /_emulator/events': 'all that happened, told to a webhook or not; filters trigger, app_id, message_id',
      'GET /_emulator/messages': 'what the handsets got and wrote; filters channel, identity, app_id, message_id',
      'GET /_emulator/requests': 'calls of the API, secrets masked; filters operation, method, status, app_id',
      'GET /_emulator/requests/{id}': 'one of them',
      'GET /_emulator/handsets': 'every phone; channel?, identity?, app_id?, q?',
      'GET /_emulator/handsets/{channel}/{identity}': 'what is on one of them, with attempts that failed; app_id?',
      'GET /_emulator/channels': 'how channels answer, where somebody said so',
      'POST /_emulator/inbound':
        'act as a contact: channel, identity, app_id?, and one of text, tap, location, media, reply, reaction, order, message, event, unsupported, read, typing, opt_out, opt_in, name',
      'PUT /_emulator/channels/{channel}': 'how a channel answers: status, reason?, temporary?, identity?',
      'POST /_emulator/channels/{channel}/events': 'something changed on a channel: event_type, additional_data?, app_id?',
      'DELETE /_emulator/channels/{channel}': 'back to the default; query identity?',
      'POST /_emulator/wait':
        'the first event with this trigger, app_id, message_id, status, channel, identity; timeout_ms?, fresh?, after?',
      'POST /_emulator/idle': 'answers when no message and no callback is under way',
      'GET /_emulator/identities': 'numbers that always behave one way',
      'GET /_emulator/coverage': 'each operation and behaviour: faithful, simplified or absent',
      'GET /_emulator/clock': 'the time here',
      'POST /_emulator/clock': 'moves the time: advance_ms, or to: next',
      'GET /_emulator/plan': 'what falls due later',
      'GET /_emulator/keys': 'access keys, without their secrets',
      'POST /_emulator/keys': 'one more: name?; the secret is shown this once',
      'DELETE /_emulator/keys/{id}': 'ends one, and its tokens',
      'POST /_emulator/media': 'a file for messages: its bytes, with their Content-Type',
      'GET /_emulator/postman.json': 'the Postman collection, with the settings filled in',
      '/_emulator/as-owner/{path of the API}': 'the API without a key, for the page of the emulator',
      'POST /_emulator/session': 'a cookie in place of the admin token: token',
      'GET /_emulator/faults': 'rules by which things go wrong, and how often they did',
      'POST /_emulator/faults': 'one more: effect, match?, share?, after?, times?, for_ms?',
      'DELETE /_emulator/faults/{id}': 'ends one; without an id all',
      'GET /_emulator/faults/fired': 'every fault that happened',
      'POST /_emulator/tokens': 'ends every access token: end: expire or revoke',
      'GET /_emulator/namespaces': 'projects beside this one, each with all of this below /_emulator/namespaces/{name}',
      'POST /_emulator/namespaces': 'opens one: name',
      'DELETE /_emulator/namespaces/{name}': 'forgets it',
      'GET /_emulator/proxy/report': 'where real answers leave the spec or the emulator; with --proxy',
      'GET /_emulator/snapshot': 'all that is remembered, as one JSON value',
      'PUT /_emulator/snapshot': 'puts a snapshot in the place of all that is there',
      'POST /_emulator/reset': 'forgets all',
    },
    emulated: Object.keys(OPERATIONS),
  };
}
