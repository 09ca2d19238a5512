import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../../scripts/vitest/browser.ts';
import { CHANNELS, SCENES } from '../../gallery/scenes.ts';
import { servePages } from '../support/serve-pages.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Under this a finger does not hit, WCAG 2.2 AA 2.5.8. */
const LEAST_TARGET_PX = 24;

describe.skipIf(!hasBrowser)('every scene on every phone, in Chromium', () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  test.each(CHANNELS)('%s: says what the snapshot says, fits its screen, and has targets that a finger hits', async (channel) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${pages.url}/#channel=${channel}&scene=all`);
    const phones = page.getByRole('group', { name: / phone of Anna$/ });
    expect(await phones.count()).toBe(Object.keys(SCENES).length);
    const texts: string[] = [];
    for (const [index, scene] of Object.keys(SCENES).entries()) texts.push(`# ${scene}\n${await phones.nth(index).ariaSnapshot()}\n`);
    await expect(texts.join('\n')).toMatchFileSnapshot(`snapshots/${channel}.txt`);
    expect(await page.evaluate(findOverflow)).toEqual([]);
    expect(await page.evaluate(findSmallTargets, LEAST_TARGET_PX)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** What is wider than the screen it is on, or leaves its bubble. */
function findOverflow(): string[] {
  const wide = [...document.querySelectorAll('.cvh-thread')].filter((thread) => thread.scrollWidth > thread.clientWidth);
  const loose = [...document.querySelectorAll('.cvh-bubble')].filter((bubble) => bubble.scrollWidth > bubble.clientWidth + 1);
  return [...wide, ...loose].map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`);
}

/** Links in a line of text are as high as the line. */
function findSmallTargets(least: number): string[] {
  const targets = [...document.querySelectorAll('.cvh-phone button, .cvh-phone input, .cvh-phone a:not(.cvh-link)')];
  const small = targets.filter((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width < least || height < least;
  });
  return small.map((target) => target.outerHTML.slice(0, 120));
}
