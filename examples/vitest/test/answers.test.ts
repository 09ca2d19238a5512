import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type EmulatorFixtures, emulatorFixtures } from '@convapi/emulator/vitest';
import { text } from '@convapi/message-builder';
import { toNodeListener } from '@convapi/webhook-verifier/node';
import { test as base } from 'vitest';
import { createCallbacks, greet } from '../src/conversation.js';

interface Fixtures extends EmulatorFixtures {
  /** A client of the test's own project, with a server that takes the callbacks of its app. */
  conversation: ReturnType<typeof createConversationClient>;
}

const test = base.extend<Fixtures>({
  ...emulatorFixtures(),
  conversation: async ({ namespace, app }, use) => {
    const { url, tokenUrl, projectId, keyId, keySecret } = namespace;
    const auth = clientCredentials({ keyId, keySecret, tokenUrl });
    const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl: url });
    const server = createServer(toNodeListener(createCallbacks(conversation, app.id, 'my-secret')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await conversation.webhooks.create({
      app_id: app.id,
      target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      target_type: 'HTTP',
      secret: 'my-secret',
      triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'],
    });
    await use(conversation);
    server.close();
  },
});

// Each test has a project of its own, so they run at the same time.
test.concurrent('greets a phone', async ({ conversation, app, namespace, contact, expect }) => {
  const ada = contact('SMS');
  await greet(conversation, app.id, `+${ada.identity}`);
  await namespace.control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
  await namespace.control.idle();
  expect(namespace.control.messages({ identity: ada.identity })).toMatchObject([{ message: text('Welcome! Ask us anything.') }]);
  expect(namespace.control.callbacks().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

test.concurrent('answers who writes', async ({ conversation: _, namespace, contact, expect }) => {
  const ada = contact('SMS');
  ada.writes('Is my table ready?');
  await namespace.control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
  expect(namespace.control.messages({ identity: ada.identity }).at(-1)?.message).toEqual(text('You wrote: Is my table ready?'));
});
