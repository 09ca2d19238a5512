import type { AppMessage } from '@convapi/core';
import { choice, reply } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../scripts/vitest/browser.ts';
import type { HandsetElement } from '../src/element.ts';
import { servePages } from './support/serve-pages.ts';

// All that phones do in a page is walked through by `npm run test:pages`.
describe.skipIf(!hasBrowser)('a phone in a page, in short', { timeout: 60_000 }, () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  test('draws a message, and tells what is tapped and written', async () => {
    const { page, complaints } = await openPage(browser, { width: 500 });
    await page.goto(`${pages.url}/element.html`);
    await page.evaluate(() => customElements.whenDefined('convapi-handset').then(() => undefined));
    await page.evaluate(addPhone, choice('Tomorrow?', [reply('Yes', 'yes-17'), reply('No')]));
    await page.getByRole('log').getByText('Tomorrow?').waitFor();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('textbox', { name: 'Message to Business' }).fill('At eight');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
      {
        type: 'convapi-tap',
        detail: { entryId: 'message', type: 'text', title: 'Yes', postback: 'yes-17', path: 'choice_message.choices[0]' },
      },
      { type: 'convapi-text', detail: 'At eight' },
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

function addPhone(message: AppMessage): void {
  const phone = document.createElement('convapi-handset') as HandsetElement;
  phone.setAttribute('channel', 'WHATSAPP');
  phone.setAttribute('interactive', '');
  phone.message = message;
  const told: unknown[] = [];
  Object.assign(window, { told });
  for (const type of ['convapi-tap', 'convapi-text']) {
    phone.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail }));
  }
  document.body.append(phone);
}
