import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page, takePicture, violationsOf } from './browser.ts';
import { type FakeBack, startFakeBack } from './fake-back.ts';
import { ANNA, fillWithSample, SAMIRA } from './sample-data.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What is looked at: how one gets there from the conversation with Anna or from the list. */
const STATES: Record<string, { at: string; go?(page: Page): Promise<void> }> = {
  list: { at: '#/' },
  thread: { at: `#/c/${ANNA}` },
  'thread-top': {
    at: `#/c/${ANNA}`,
    go: (page) => page.locator('.log').evaluate((log) => log.scrollTo({ top: 0 })),
  },
  'thread-middle': {
    at: `#/c/${ANNA}`,
    go: (page) => page.locator('.log').evaluate((log) => log.scrollTo({ top: log.scrollHeight / 2 })),
  },
  'window-closed': { at: `#/c/${SAMIRA}` },
  details: { at: `#/c/${ANNA}`, go: (page) => page.getByRole('button', { name: 'Details', exact: true }).click() },
  note: { at: `#/c/${ANNA}`, go: (page) => kind(page, 'Note') },
  card: {
    at: `#/c/${ANNA}`,
    go: async (page) => {
      await kind(page, 'Card');
      await page.getByLabel('Title').fill('Order 17');
      for (const caption of ['Yes', 'No', 'Later', 'Never']) {
        await page.getByRole('button', { name: 'Choice', exact: true }).click();
        await page.locator('.choice-row input').last().fill(caption);
      }
    },
  },
  carousel: { at: `#/c/${ANNA}`, go: (page) => kind(page, 'Carousel') },
  'list-message': { at: `#/c/${ANNA}`, go: (page) => kind(page, 'List') },
  choices: { at: `#/c/${ANNA}`, go: (page) => kind(page, 'Choices') },
  media: { at: `#/c/${ANNA}`, go: (page) => kind(page, 'Media') },
  place: { at: `#/c/${ANNA}`, go: (page) => kind(page, 'Location') },
  template: {
    at: `#/c/${SAMIRA}`,
    go: async (page) => {
      await kind(page, 'Template');
      await page.getByLabel('Template', { exact: true }).selectOption({ label: 'Order update (en)' });
    },
  },
  replies: { at: `#/c/${ANNA}`, go: (page) => page.locator('#composer-text').fill('/h') },
  'long-text': {
    at: `#/c/${ANNA}`,
    go: async (page) => {
      await page.getByLabel('Send on').selectOption('SMS');
      await page.locator('#composer-text').fill('A long text – with a dash. '.repeat(20));
    },
  },
  missing: { at: '#/c/nope' },
  'dialog-new': { at: '#/', go: (page) => page.getByRole('button', { name: 'New conversation' }).click() },
  'dialog-replies': { at: '#/', go: (page) => menu(page, 'Saved replies') },
  'dialog-team': { at: '#/', go: (page) => menu(page, 'Team') },
  'dialog-keys': { at: '#/', go: (page) => menu(page, 'Keyboard shortcuts') },
  'dialog-password': { at: '#/', go: (page) => menu(page, 'Change password') },
};

async function kind(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Kind of message' }).getByRole('button', { name, exact: true }).click();
}

async function menu(page: Page, name: string): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.locator('.menu-items').getByRole('button', { name }).click();
}

describe.skipIf(!hasBrowser)('the page, for everybody', () => {
  let browser: Browser;
  let back: FakeBack;

  beforeAll(async () => {
    [browser, back] = await Promise.all([launchBrowser(), startFakeBack()]);
    fillWithSample(back);
  });
  afterAll(async () => {
    await browser.close();
    await back.close();
  });

  /** Looks at a state in both themes: the page is the same, and takes the other one over without being loaded again. */
  async function look(page: Page, name: string): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, `inbox-${name}-${colorScheme}`, { fullPage: false });
      found.push(...(await violationsOf(page)).map((violation) => `${name}, ${colorScheme}: ${violation}`));
    }
    return found;
  }

  async function goTo(page: Page, at: string): Promise<void> {
    await page.goto(`${back.url}/`);
    await page.evaluate((hash) => {
      localStorage.clear();
      location.hash = hash;
    }, at);
    await page.reload();
    await page.locator('.desk').waitFor();
    if (at !== '#/') await page.locator('.pane, main .empty').waitFor();
  }

  describe.each([1440, 375])('at %i pixels', (width) => {
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      ({ page, complaints } = await openPage(browser, { width, height: width === 375 ? 740 : 900 }));
    });
    afterAll(() => page.close());

    test.each(Object.entries(STATES))(
      'axe finds nothing, light or dark, and nothing is wider than the page: %s',
      async (name, { at, go }) => {
        await goTo(page, at);
        await go?.(page);
        expect(await look(page, `${name}-${width}`)).toEqual([]);
        const { wide, scrolled } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          scrolled: (document.querySelector('.desk')?.scrollTop ?? 0) + document.documentElement.scrollTop,
        }));
        expect(wide).toBeLessThanOrEqual(width);
        expect(scrolled).toBe(0);
        // the one address at which there is nothing
        expect(complaints.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
      },
    );
  });

  test('axe finds nothing where one signs in', async () => {
    const { page } = await openPage(browser, { width: 375, height: 740 });
    back.isSignedIn = false;
    await page.goto(back.url);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await look(page, 'sign-in')).toEqual([]);
    back.isSignedIn = true;
    await page.close();
  });
});
