import { rm } from 'node:fs/promises';
import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';
import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type InboxServer, startInbox } from '../src/index.ts';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page, takePicture } from './browser.ts';
import { createDataFolder } from './data-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const SECRET = 'secret';
const ANNA = '+46701234567';

describe.skipIf(!hasBrowser)('the page, in Chromium', () => {
  let browser: Browser;
  let emulator: Emulator;
  let inbox: InboxServer;
  let dataDir: string;
  let conversation: ConversationClient;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    emulator = await startEmulator({ region: 'eu' });
    const { projectId, keyId, keySecret, tokenUrl, url: baseUrl } = emulator;
    const auth = clientCredentials({ keyId, keySecret, tokenUrl });
    conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl });
    const { id: appId = '' } = await conversation.apps.create({
      display_name: 'Support',
      processing_mode: 'CONVERSATION',
      channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 't' } }],
    });
    dataDir = await createDataFolder();
    inbox = await startInbox({ projectId, region: 'eu', keyId, keySecret, appId, baseUrl, tokenUrl, webhookSecrets: SECRET, dataDir });
    const target = `${inbox.url}/webhook`;
    await conversation.webhooks.create({ app_id: appId, target, target_type: 'HTTP', secret: SECRET, triggers: [...WEBHOOK_TRIGGERS] });
    ({ page, complaints } = await openPage(browser));
    await page.goto(inbox.pageUrl);
  });
  afterEach(async () => {
    await page.close();
    await inbox.close();
    await emulator.close();
    await rm(dataDir, { recursive: true });
  });

  const picture = (name: string) => takePicture(page, name);

  test('says what to do when there is nothing yet', async () => {
    await expect.poll(() => page.locator('body').innerText()).toMatch(/No conversations yet/);
    await picture('empty');
    expect(complaints).toEqual([]);
  });

  test('shows a message as it arrives, and sends the answer that a person types', async () => {
    await emulator.control.contact(ANNA, 'SMS').writes('Is my order on its way?');
    await page.getByText('Is my order on its way?').first().click();
    await page.getByRole('textbox').first().fill('It leaves today.');
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        emulator.control
          .messages()
          .map(({ message }) => JSON.stringify(message))
          .join(),
      )
      .toContain('It leaves today.');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/It leaves today\.[\s\S]*Delivered/i);
    await picture('thread');
    expect(complaints).toEqual([]);
  });

  test('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3) \u202Egnp.exe';
    await emulator.control.contact(ANNA, 'SMS').writes(hostile);
    await page.getByText('<script>alert(2)</script>').first().click();
    await expect.poll(() => page.locator('main, body').first().innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    await picture('hostile');
    expect(complaints).toEqual([]);
  });

  test('fits a narrow screen, with long words, and leads back from a thread to the list', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await emulator.control.contact(ANNA, 'SMS').writes(`${'unbreakable'.repeat(40)} and then some`);
    await page.getByText('unbreakable').first().click();
    await expect.poll(() => page.getByRole('textbox').first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await picture('narrow-thread');
    await page
      .getByRole('button', { name: /back|conversations/i })
      .or(page.getByRole('link', { name: /back|conversations/i }))
      .first()
      .click();
    await expect.poll(() => page.getByRole('textbox').first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await picture('narrow-list');
    expect(complaints).toEqual([]);
  });

  test('says in words why a message failed', async () => {
    emulator.control.channel('SMS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' });
    await emulator.control.contact(ANNA, 'SMS').writes('Hello?');
    await page.getByText('Hello?').first().click();
    await page.getByRole('textbox').first().fill('We are here.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/not be reached|not reachable|could not/i);
    await picture('failed');
    expect(complaints).toEqual([]);
  });
});
