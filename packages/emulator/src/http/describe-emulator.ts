import { OPERATIONS } from '../behaviour/operations.ts';
import type { Settings } from '../settings.ts';

/** What `GET /_emulator` says: what this is, and where things are. */
export function describeEmulator({ projectId, keyId, region }: Settings, url: string): object {
  return {
    name: '@convapi/emulator',
    notice: 'This is not Sinch. It is a local stand-in for the Conversation API: nothing leaves this machine, nobody gets a message.',
    api: `${url}/v1/projects/${projectId}`,
    batch_api: `${url}/batch/v1/projects/${projectId}`,
    token_url: `${url}/oauth2/token`,
    project_id: projectId,
    key_id: keyId,
    region,
    control: {
      'GET /_emulator/callbacks': 'callbacks and the attempts to hand them over; filters trigger, app_id, webhook_id, state',
      'GET /_emulator/events': 'all that happened, told to a webhook or not; filters trigger, app_id',
      'GET /_emulator/messages': 'what the handsets got and wrote; filters channel, identity, app_id',
      'POST /_emulator/inbound':
        'act as a contact: channel, identity, app_id?, and one of text, tap, location, media, read, typing, opt_out, opt_in, name',
      'PUT /_emulator/channels/{channel}': 'how a channel answers: status, reason?, identity?',
      'DELETE /_emulator/channels/{channel}': 'back to the default; query identity?',
      'POST /_emulator/wait': 'the first event with this trigger, app_id, message_id, status, channel, identity; timeout_ms?',
      'POST /_emulator/idle': 'answers when no message and no callback is under way',
      'GET /_emulator/identities': 'numbers that always behave one way',
      'GET /_emulator/coverage': 'each operation: faithful, simplified or absent',
      'GET /_emulator/clock': 'the time here',
      'POST /_emulator/clock': 'moves the time: advance_ms',
      'POST /_emulator/reset': 'forgets all',
    },
    emulated: Object.keys(OPERATIONS),
  };
}
