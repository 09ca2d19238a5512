import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve-site.mjs';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from './support/browser.ts';
import { QUESTIONS } from './support/questions.ts';

/** Among so many results a reader looks. */
const SEEN = 3;

describe.runIf(hasBrowser)('search', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
    await page.goto(site.url);
    await page.locator('#local-search button').click();
    await page.locator('#localsearch-input').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Paths of the pages of the first results, without a slash at their start. */
  async function answersTo(asked: string): Promise<string[]> {
    const input = page.locator('#localsearch-input');
    await input.fill('');
    await expect.poll(() => page.locator('.results .result').count()).toBe(0);
    await input.fill(asked);
    await expect.poll(() => page.locator('.results .result').count(), { message: `results for "${asked}"` }).toBeGreaterThan(0);
    const links = await page
      .locator('.results .result')
      .evaluateAll((results) => results.map((result) => result.getAttribute('href') ?? ''));
    return links.slice(0, SEEN).map((link) => new URL(link, site.url).pathname.slice(1));
  }

  test.each(QUESTIONS)('"$asked" finds its page among the first results', async ({ asked, answeredBy }) => {
    const answers = await answersTo(asked);
    expect(
      answers.some((path) => answeredBy.test(path)),
      answers.join(', '),
    ).toBe(true);
  });
});
