import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { executablePath, hasBrowser } from '../../../scripts/vitest/browser.ts';
import { programsOf } from '../documented-blocks.ts';
import { SITE } from '../documents.ts';
import { repository } from '../run.ts';

/** Beside the package of the site, which has Playwright. */
const folder = join(repository, 'apps/docs/.playwright');

/** The server that the page has in mind: it shows what customers write, and answers the last one. */
const SERVER = `
import { createServer } from 'node:http';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { replyTo, send, text } from '@convapi/message-builder';
import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
import { toNodeListener } from '@convapi/webhook-verifier/node';

const { env } = process;
const auth = clientCredentials({ keyId: env.SINCH_KEY_ID, keySecret: env.SINCH_KEY_SECRET, tokenUrl: env.CONVAPI_TOKEN_URL });
const conversation = createConversationClient({ projectId: env.SINCH_PROJECT_ID, region: 'us', auth, baseUrl: env.CONVAPI_BASE_URL });
const events = [];
const callbacks = toNodeListener(
  createWebhookHandler(createWebhookVerifier({ secrets: env.SINCH_WEBHOOK_SECRET }), { MESSAGE_INBOUND: (event) => void events.push(event) }),
);
const page = () => '<title>Inbox</title>' + events.map(({ message }) => '<p>' + message.contact_message.text_message.text + '</p>').join('') +
  '<form method="post"><input name="words" aria-label="Message"></form><script>if (!document.querySelector("p")) setTimeout(() => location.reload(), 100)</script>';
createServer(async (request, response) => {
  if (request.url === '/callbacks') return callbacks(request, response);
  if (request.method === 'POST') {
    let body = '';
    for await (const part of request) body += part;
    const words = new URLSearchParams(body).get('words');
    await conversation.messages.send(send({ appId: env.SINCH_APP_ID, to: replyTo(events.at(-1)), message: text(words) }));
  }
  response.setHeader('content-type', 'text/html').end(page());
}).listen(Number(env.PORT), '127.0.0.1');
`;

const CONFIG = `export default { testDir: '.', workers: 1, reporter: 'line', timeout: 90_000, expect: { timeout: 30_000 }, use: { launchOptions: { executablePath: '${executablePath}', args: ['--no-sandbox'] } } };`;

describe.skipIf(!hasBrowser)('the test with Playwright', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    const [program] = programsOf(`${SITE}/guides/testing/test-with-playwright.md`);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'playwright.config.js'), CONFIG);
    writeFileSync(join(folder, 'server.js'), SERVER);
    writeFileSync(join(folder, 'inbox.spec.ts'), program?.code ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('runs as it stands, with a server of its own', async () => {
    const own = Object.entries(process.env).filter(([key]) => !/^(VITEST|NODE_TEST)/.test(key));
    const playwright = join(repository, 'apps/docs/node_modules/@playwright/test/cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [playwright, 'test'], {
      cwd: folder,
      env: Object.fromEntries(own),
      timeout: 110_000,
    });
    expect(stdout).toContain('1 passed');
  }, 120_000);
});
