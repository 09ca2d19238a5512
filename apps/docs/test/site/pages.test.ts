import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve-site.mjs';
import { type Browser, hasBrowser, launchBrowser, openPage, takePicture, violationsOf } from './support/browser.ts';
import { addressOf, builtPages } from './support/built-pages.ts';

const WIDTHS = [375, 1440];
const SCHEMES = ['light', 'dark'] as const;
/** Of the generated reference, whose pages are all made alike, every third is looked at. */
const GENERATED_STEP = 3;
/** One of each kind: the front page, a program, live phones, and tables. */
const MEASURED = ['/', '/start/emulator', '/concepts/transcoding', '/channels'];

function pagesToOpen(): string[] {
  const isGenerated = (file: string) => /^reference\/.+\//.test(file);
  const pages = builtPages();
  return [...pages.filter((file) => !isGenerated(file)), ...pages.filter(isGenerated).filter((_, at) => at % GENERATED_STEP === 0)];
}

describe.runIf(hasBrowser)('in a browser', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  // several at once: most of the time goes by waiting until nothing is loaded any more
  test.concurrent.each(pagesToOpen())('%s complains of nothing, asks nobody else, and is not wider than a phone', async (file) => {
    const { page, complaints } = await openPage(browser, { width: 375 });
    await page.goto(site.url + addressOf(file), { waitUntil: 'networkidle' });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.close();
    expect(complaints).toEqual([]);
    expect(tooWide).toBe(0);
  });

  const looks = MEASURED.flatMap((address) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ address, width, scheme }))));

  test.concurrent.each(looks)('axe-core has nothing against $address at $width pixels, $scheme', async ({ address, width, scheme }) => {
    const { page } = await openPage(browser, { width, scheme });
    await page.goto(site.url + address, { waitUntil: 'networkidle' });
    // phones come when they are near
    for (const live of await page.locator('.live').all()) {
      await live.scrollIntoViewIfNeeded();
      await live.locator('.live-phone').first().scrollIntoViewIfNeeded();
      await live.locator('convapi-handset').first().waitFor();
    }
    await takePicture(page, `${address.replaceAll('/', '-')}-${width}-${scheme}`);
    const violations = await violationsOf(page);
    await page.close();
    expect(violations).toEqual([]);
  });

  describe('a message that the reader changes', () => {
    test('shows on every phone, and what channels have against it is told', async () => {
      // so high that every phone is on the screen
      const { page, complaints } = await openPage(browser, { height: 2000 });
      await page.goto(site.url);
      await page.locator('.live').scrollIntoViewIfNeeded();
      await page.getByLabel('Title').fill('Table thirteen');
      const phones = page.locator('convapi-handset');
      await expect.poll(() => phones.count()).toBe(6);
      for (const phone of await phones.all()) await phone.getByText('Table thirteen').first().waitFor();

      await page.getByLabel('Button 1').fill('A caption that is much too long for any phone');
      await page.locator('.live-issues li', { hasText: 'RCS' }).first().waitFor();
      await page.close();
      expect(complaints).toEqual([]);
    });

    test('takes buttons, JSON, and says what is wrong with JSON that is none', async () => {
      const { page } = await openPage(browser);
      await page.goto(site.url);
      await page.locator('.live').scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Add a button' }).click();
      await page.locator('convapi-handset').first().getByText('ANSWER 3').waitFor();

      await page.getByLabel('JSON', { exact: true }).check();
      const json = page.getByLabel('The message as JSON');
      await json.fill('{ "text_message": { "text": "Written by hand" } }');
      await page.locator('convapi-handset').first().getByText('Written by hand').waitFor();
      await json.fill('{ "text_message"');
      await page.getByRole('alert').waitFor();
      await page.close();
    });
  });
});
