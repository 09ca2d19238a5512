import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage } from './pages/browser.ts';
import { MAJA, type RunningDesk, startDesk } from './pages/start-desk.ts';

// What the page does beyond this is walked through by `npm run test:pages`.
describe.skipIf(!hasBrowser)('the page of the inbox, in short', { timeout: 120_000 }, () => {
  let browser: Browser;
  let desk: RunningDesk;
  beforeAll(async () => {
    [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  test('lets somebody in, shows who writes, sends choices, and shows which one was tapped', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(desk.url);
    await page.getByLabel('E-mail').fill(MAJA.email);
    await page.getByLabel('Password').fill(MAJA.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    // that nobody is signed in yet is an answer with 401, which a browser tells
    complaints.splice(0);

    const anna = desk.emulator.control.contact('+46701234567', 'WHATSAPP');
    await anna.writes('Is my order on its way?');
    await page.locator('.row-link', { hasText: '46701234567' }).click();
    const log = page.locator('.log');
    await log.getByText('Is my order on its way?').waitFor();

    await page.locator('#composer-text').fill('It leaves today.');
    await page.keyboard.press('Enter');
    await expect.poll(() => log.innerText()).toMatch(/It leaves today\.[\s\S]*Delivered/);

    await page.getByRole('button', { name: 'Choices' }).click();
    await page.getByLabel('Question').fill('When shall we come?');
    await page.getByLabel('Caption of choice 1').fill('Morning');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => desk.onPhones()).toContain('When shall we come?');
    await anna.taps('Morning');
    await expect.poll(() => page.locator('.message.from-contact').last().innerText()).toMatch(/When shall we come\?[\s\S]*Morning/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
