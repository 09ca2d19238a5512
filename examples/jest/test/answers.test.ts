import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { toNodeListener } from '@convapi/webhook-verifier/node';
import { createCallbacks, greet } from '../src/conversation';

const PHONE = '46701234567';
let emulator: Emulator;
let server: Server;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
afterEach(() => server.close());

/** An app of a project of its own, whose callbacks reach the code under test. */
async function setUp(name: string) {
  const { url, tokenUrl, projectId, keyId, keySecret, control } = await emulator.namespace(name);
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl: url });
  const { id: appId = '' } = await conversation.apps.create({
    display_name: 'Example',
    channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'any' } }],
  });
  server = createServer(toNodeListener(createCallbacks(conversation, appId, 'my-secret')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await conversation.webhooks.create({
    app_id: appId,
    target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    target_type: 'HTTP',
    secret: 'my-secret',
    triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'],
  });
  return { conversation, appId, control };
}

test('greets a phone', async () => {
  const { conversation, appId, control } = await setUp('greets');
  await greet(conversation, appId, `+${PHONE}`);
  await control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
  await control.idle();
  expect(control.messages({ identity: PHONE })).toMatchObject([{ message: { text_message: { text: 'Welcome! Ask us anything.' } } }]);
  expect(control.callbacks().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

test('answers who writes', async () => {
  const { control } = await setUp('answers');
  control.contact(PHONE, 'SMS').writes('Is my table ready?');
  await control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
  expect(control.messages({ identity: PHONE }).at(-1)).toMatchObject({
    message: { text_message: { text: 'You wrote: Is my table ready?' } },
  });
});
