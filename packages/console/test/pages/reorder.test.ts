import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { credentialsOf } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const IDENTITY = '46700000001';

describe.skipIf(!hasBrowser)('the order of channels', { timeout: 90_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let appId: string;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });
  beforeEach(async () => {
    const app = { display_name: 'Shop', processing_mode: 'CONVERSATION', channel_credentials: credentialsOf(['RCS', 'WHATSAPP', 'SMS']) };
    appId = (await emulator.owner<{ id: string }>('POST', '/apps', app)).id;
  });

  async function savedOrder(): Promise<string[]> {
    const app = await emulator.owner<{ channel_credentials: { channel: string }[] }>('GET', `/apps/${appId}`);
    return app.channel_credentials.map(({ channel }) => channel);
  }

  /** The channel that a message to a contact with all three goes to first. */
  async function firstTried(): Promise<string | undefined> {
    const contact = await emulator.owner<{ id: string }>('POST', '/contacts', {
      language: 'EN_US',
      channel_identities: ['RCS', 'WHATSAPP', 'SMS'].map((channel) => ({ channel, identity: IDENTITY })),
    });
    const { message_id: messageId } = await emulator.owner<{ message_id: string }>('POST', '/messages:send', {
      app_id: appId,
      recipient: { contact_id: contact.id },
      message: { text_message: { text: 'Hello' } },
    });
    await emulator.control('POST', '/idle');
    const { events } = await emulator.control<{ events: { channel?: string; status?: string }[] }>(
      'GET',
      `/events?view=summary&trigger=MESSAGE_DELIVERY&message_id=${messageId}`,
    );
    await emulator.owner('DELETE', `/contacts/${contact.id}`);
    return events.find(({ status }) => status === 'QUEUED_ON_CHANNEL')?.channel;
  }

  async function openReorder(options: Parameters<typeof openPage>[1] = {}): Promise<{ page: Page; complaints: string[] }> {
    const opened = await openPage(browser, options);
    await opened.page.goto(`${emulator.console}/apps/eu/${appId}`);
    await opened.page.getByRole('button', { name: 'Reorder' }).click();
    return opened;
  }

  const shownOrder = (page: Page): Promise<string[]> => page.locator('.sortable > li strong').allInnerTexts();

  /** The middle of the handle of a channel, once the library that drags is there. */
  async function handleOf(page: Page, channel: string): Promise<{ x: number; y: number }> {
    await page.locator('.sortable[data-draggable]').waitFor();
    const box = await page.getByRole('listitem').filter({ hasText: channel }).locator('.grip').boundingBox();
    if (!box) throw new Error(`There is no handle of ${channel}.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  test('is RCS first before anybody touches it', async () => {
    expect(await firstTried()).toBe('RCS');
  });

  test('changes by mouse, and messages follow it', async () => {
    const { page, complaints } = await openReorder();
    const from = await handleOf(page, 'SMS');
    const to = await handleOf(page, 'RCS');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 20, { steps: 3 });
    await page.mouse.move(to.x, to.y - 12, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => shownOrder(page)).toEqual(['SMS', 'RCS', 'WhatsApp']);
    expect(await savedOrder()).toEqual(['RCS', 'WHATSAPP', 'SMS']); // nothing before Save
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Reorder' }).waitFor();
    expect(await savedOrder()).toEqual(['SMS', 'RCS', 'WHATSAPP']);
    expect(await firstTried()).toBe('SMS');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('changes by keyboard alone, and each step is said', async () => {
    const { page, complaints } = await openReorder();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    expect(await focused()).toBe('Cancel');
    for (let tabs = 0; (await focused()) !== 'Move SMS up' && tabs < 20; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('SMS, position 2 of 3').waitFor();
    // the focus goes along with the channel, also to the end of its way
    await page.keyboard.press('Enter');
    await page.getByText('SMS, position 1 of 3').waitFor();
    expect(await focused()).toBe('Move SMS up');
    for (let tabs = 0; (await focused()) !== 'Save' && tabs < 20; tabs += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Reorder' }).waitFor();
    expect(await savedOrder()).toEqual(['SMS', 'RCS', 'WHATSAPP']);
    expect(await focused()).toBe('Reorder');
    expect(await firstTried()).toBe('SMS');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('changes by finger', async () => {
    const { page, complaints } = await openReorder({ width: 375, hasTouch: true, isMobile: true });
    const from = await handleOf(page, 'RCS');
    const to = await handleOf(page, 'SMS');
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x, y }] });
    await touch('touchStart', from.y);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', from.y + ((to.y + 12 - from.y) * step) / 10);
    await touch('touchEnd');
    await expect.poll(() => shownOrder(page)).toEqual(['WhatsApp', 'SMS', 'RCS']);
    await page.getByRole('button', { name: 'Save' }).tap();
    await page.getByRole('button', { name: 'Reorder' }).waitFor();
    expect(await savedOrder()).toEqual(['WHATSAPP', 'SMS', 'RCS']);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('is as before after Cancel', async () => {
    const { page } = await openReorder();
    await page.getByRole('button', { name: 'Move SMS up' }).click();
    expect(await shownOrder(page)).toEqual(['RCS', 'SMS', 'WhatsApp']);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await shownOrder(page)).toEqual(['RCS', 'WhatsApp', 'SMS']);
    expect(await savedOrder()).toEqual(['RCS', 'WHATSAPP', 'SMS']);
    await page.close();
  });

  test('shows in another tab at once', async () => {
    const { page } = await openReorder();
    const { page: other } = await openPage(browser);
    await other.goto(`${emulator.console}/apps/eu/${appId}`);
    await other.getByText('sender-rcs', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Move SMS up' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => shownOrder(other)).toEqual(['RCS', 'SMS', 'WhatsApp']);
    await Promise.all([page.close(), other.close()]);
  });

  test('keeps a channel that another tab sets up meanwhile', async () => {
    const { page } = await openReorder();
    await page.getByRole('button', { name: 'Move SMS up' }).click();
    const credentials = credentialsOf(['RCS', 'WHATSAPP', 'SMS', 'VIBERBM']);
    await emulator.owner('PATCH', `/apps/${appId}?update_mask=channel_credentials`, { channel_credentials: credentials });
    await page.getByText('sender-viberbm', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Reorder' }).waitFor();
    expect(await savedOrder()).toEqual(['RCS', 'SMS', 'WHATSAPP', 'VIBERBM']);
    await page.close();
  });

  test('says what went wrong where it cannot be saved, and keeps the order that was made', async () => {
    const { page } = await openReorder();
    await page.getByRole('button', { name: 'Move SMS up' }).click();
    await page.route('**/as-owner/**', (route) =>
      route.fulfill({ status: 409, json: { error: { code: 409, message: 'Somebody else changed it.' } } }),
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Somebody else changed it.').waitFor();
    expect(await shownOrder(page)).toEqual(['RCS', 'SMS', 'WhatsApp']);
    await page.unroute('**/as-owner/**');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Reorder' }).waitFor();
    expect(await savedOrder()).toEqual(['RCS', 'SMS', 'WHATSAPP']);
    await page.close();
  });
});
