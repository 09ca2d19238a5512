import type { Operation } from '../read-operations.ts';
import { QUESTION } from './bodies.ts';
import { type Auth, type Folder, type Item, jsonBody, script, url } from './collection.ts';
import { capture, checkStatus, EMULATOR_ONLY } from './scripts.ts';

const NO_AUTH: Auth = { type: 'noauth' };

/** From nothing to an answer of a contact, in the order of the requests. */
export function firstMinutes(requestOf: (id: Operation['id']) => Item): Folder {
  const step = (id: string, name: string, checks = '') => {
    const item = requestOf(id);
    const event = item.event.map((one) => script(one.listen, one.script.exec.join('\n') + checks));
    return { ...item, id: `first-${id}`, name, event };
  };
  return {
    name: 'First five minutes',
    description:
      'Run these from top to bottom: an app with a channel and a webhook, a message, a question, what was said so far, and everything put away. On the emulator the contact answers too; on the real service those requests are left out, and the answer is typed on the phone PHONE.',
    item: [
      getToken(),
      step('App_CreateApp', 'Create an app'),
      step('Webhooks_CreateWebhook', 'Have callbacks sent to WEBHOOK_URL'),
      step('Messages_SendMessage', 'Send a text'),
      askQuestion(requestOf('Messages_SendMessage')),
      onEmulator('wait', 'Emulator: wait until it has arrived', 'idle', {}),
      onEmulator('tap', 'Emulator: the contact taps an answer', 'inbound', {
        channel: '{{CHANNEL}}',
        identity: '{{PHONE}}',
        tap: 'On my way',
        app_id: '{{APP}}',
      }),
      step('Messages_ListMessages', 'Read what was said', READ),
      step('Contact_GetContact', 'See whom the service made of the phone number'),
      step('Webhooks_DeleteWebhook', 'Clean up: the webhook'),
      emulatorOnly(step('Contact_DeleteContact', 'Clean up: the contact (emulator)')),
      step('App_DeleteApp', 'Clean up: the app'),
    ],
  };
}

const READ = `
const { messages = [] } = pm.response.json();
pm.test('holds what was sent', () => pm.expect(messages.map(({ id }) => id)).to.include(pm.variables.get('MESSAGE')));
if (pm.variables.get('CONTROL_URL')) {
  const answer = messages.find(({ contact_message }) => contact_message && contact_message.choice_response_message);
  pm.test('holds the answer to the question', () => {
    pm.expect(answer.contact_message.choice_response_message.message_id).to.equal(pm.variables.get('QUESTION'));
  });
}
const sent = messages.find(({ id }) => id === pm.variables.get('MESSAGE'));
if (sent) {
  pm.collectionVariables.set('CONTACT', sent.contact_id);
  pm.collectionVariables.set('CONVERSATION', sent.conversation_id);
}`;

function getToken(): Item {
  return {
    id: 'first-token',
    name: 'Get a token',
    event: [script('test', `${checkStatus()}${capture('ACCESS_TOKEN', 'access_token')}`)],
    request: {
      method: 'POST',
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: '{{CLIENT_ID}}', type: 'string' },
          { key: 'password', value: '{{CLIENT_SECRET}}', type: 'string' },
        ],
      },
      header: [],
      url: url('{{TOKEN_URL}}', ''),
      description: 'To see it once: the script of the collection gets and renews tokens by itself. Tokens live one hour.',
      body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
    },
    response: [],
  };
}

function askQuestion(send: Item): Item {
  return {
    ...send,
    id: 'first-question',
    name: 'Ask a question with answers to tap',
    event: [script('test', `${checkStatus()}${capture('QUESTION', 'message_id')}`)],
    request: { ...send.request, body: jsonBody(QUESTION) },
  };
}

function onEmulator(id: string, name: string, path: string, body: unknown): Item {
  return emulatorOnly({
    id: `first-${id}`,
    name,
    event: [script('test', checkStatus())],
    request: {
      method: 'POST',
      auth: NO_AUTH,
      header: [{ key: 'Content-Type', value: 'application/json' }],
      url: url('{{CONTROL_URL}}', `/${path}`),
      description: 'A control of the emulator, no part of the API. Left out where CONTROL_URL is empty.',
      body: jsonBody(body),
    },
    response: [],
  });
}

function emulatorOnly(item: Item): Item {
  return { ...item, event: [script('prerequest', EMULATOR_ONLY), ...item.event] };
}
