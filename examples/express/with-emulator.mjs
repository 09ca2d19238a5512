/**
 * Starts an emulator, then your server with the settings of the emulator in its environment, and plays a customer:
 *
 *   node with-emulator.mjs [--callbacks /callbacks] node dist/server.js
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { startEmulator } from '@convapi/emulator';

const START_LIMIT_MS = 60_000;
const CUSTOMER = '46701234567';

const [flag, path] = process.argv.slice(2);
const callbacks = flag === '--callbacks' ? path : '/callbacks';
const [command, ...args] = process.argv.slice(flag === '--callbacks' ? 4 : 2);

const { url, tokenUrl, projectId, keyId, keySecret, control, close } = await startEmulator();
const auth = clientCredentials({ keyId, keySecret, tokenUrl });
const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl: url });

// What you do once in the dashboard: an app with a channel, and its webhook.
const { id: appId } = await conversation.apps.create({
  display_name: 'Example',
  channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'any' } }],
});
const secret = randomBytes(16).toString('hex');
const server = `http://127.0.0.1:${await freePort()}`;
await conversation.webhooks.create({
  app_id: appId,
  target: `${server}${callbacks}`,
  target_type: 'HTTP',
  secret,
  triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'],
});

const child = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    SINCH_PROJECT_ID: projectId,
    SINCH_KEY_ID: keyId,
    SINCH_KEY_SECRET: keySecret,
    SINCH_REGION: 'us',
    SINCH_APP_ID: appId,
    SINCH_WEBHOOK_SECRET: secret,
    CONVAPI_BASE_URL: url,
    CONVAPI_TOKEN_URL: tokenUrl,
    PORT: new URL(server).port,
  },
});
try {
  await untilItAnswers();
  const body = JSON.stringify({ phone: `+${CUSTOMER}` });
  await fetch(`${server}/welcome`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
  control.contact(CUSTOMER, 'SMS').writes('Is my table ready?');
  await control.waitFor({ trigger: 'MESSAGE_INBOUND' });
  await control.idle();

  for (const { message } of control.messages({ identity: CUSTOMER })) console.log('on the phone:', message.text_message?.text);
  const all = control.callbacks();
  const taken = all.filter(({ state }) => state === 'delivered');
  console.log(`callbacks taken: ${taken.length} of ${all.length}`);
} finally {
  child.kill();
  await close();
}

/** A port that nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilItAnswers() {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await setTimeout(50)) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    if (await fetch(server).then(Boolean, () => false)) return;
  }
  throw new Error(`Nothing answers at ${server}.`);
}
