import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { seed } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const MOST_TABS = 120;

describe.skipIf(!hasBrowser)('by keyboard alone', { timeout: 90_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
    await seed(emulator);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : undefined;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });

  /** Presses Tab until something of that name has the focus, as a person does. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      const now = await focused(page);
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Nothing named ${name} was reached with Tab.`);
  }

  test('a message is written, sent, and answered on a phone', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${emulator.console}/`);
    await page.getByRole('heading', { name: 'Start', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Compose', level: 1 }).waitFor();
    await tabTo(page, 'choice');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Caption 1');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('By keys');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Handsets', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'By keys' }).first().waitFor();
    await tabTo(page, 'By keys');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'What just happened' }).getByText('MESSAGE_INBOUND').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a dialog keeps the focus, Escape closes it, and the focus is where it was', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}/apps`);
    await tabTo(page, 'New app');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New app' }).waitFor();
    expect(await focused(page)).toBe('Display name');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('New app');
    await page.close();
  });

  test('Ctrl K goes to a phone by its name', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}/`);
    await page.getByRole('heading', { name: 'Start', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Go to' }).waitFor();
    await page.keyboard.type('phone whatsapp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'WhatsApp of Anna', level: 1 }).waitFor();
    expect(await page.title()).toBe('WhatsApp of Anna · convapi emulator');
    await page.close();
  });

  test('j and k go through a list, / searches it, and letters are letters while one types', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}/callbacks`);
    const lines = page.getByRole('list', { name: 'Callbacks' }).getByRole('link');
    // a callback that comes meanwhile moves the others down
    const goDown = async () => {
      await lines.first().focus();
      await page.keyboard.press('j');
      return lines.nth(1).evaluate((line) => line === document.activeElement);
    };
    await expect.poll(goDown).toBe(true);
    await page.keyboard.press('k');
    expect(await lines.first().evaluate((line) => line === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('Search callbacks');
    await page.keyboard.type('gs inbound');
    expect(await page.getByRole('searchbox').inputValue()).toBe('gs inbound');
    expect(new URL(page.url()).pathname).toBe('/_emulator/console/callbacks');
    await page.close();
  });
});
