import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, takePicture } from '../../../../scripts/vitest/browser.ts';
// @boundaries-ignore as above
import { violationsOf } from '../../../../scripts/vitest/violations-of.ts';
import { SCENES } from '../../gallery/scenes.ts';
import { servePages } from '../support/serve-pages.ts';

vi.setConfig({ testTimeout: 300_000 });

/** All scenes on all phones take minutes: by default those that hold the most, each in one of the four. */
const SCENE_NAMES = process.env.CONVAPI_HANDSET_SCENES === 'all' ? Object.keys(SCENES) : ['conversation', 'choice', 'carousel', 'list'];
const LOOKS = [
  { scheme: 'light', width: 375 },
  { scheme: 'dark', width: 1440 },
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 375 },
] as const;
const RUNS = SCENE_NAMES.flatMap((scene, index) =>
  process.env.CONVAPI_HANDSET_SCENES === 'all'
    ? LOOKS.map((look) => ({ scene, ...look }))
    : [{ scene, ...(LOOKS[index % LOOKS.length] as (typeof LOOKS)[number]) }],
);

describe.skipIf(!hasBrowser)('WCAG 2.2 AA, by axe-core', () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  test.each(RUNS)('$scene on all phones, $scheme, $width px wide', async ({ scene, scheme, width }) => {
    const { page, complaints } = await openPage(browser, { scheme, width });
    await page.goto(`${pages.url}/#scene=${scene}`);
    await takePicture(page, `handset-${scene}-${scheme}-${width}`);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('an open list, and what is said about a drawing', async () => {
    const { page } = await openPage(browser, { width: 375 });
    await page.goto(`${pages.url}/#scene=list&channel=WHATSAPP`);
    await page.getByRole('button', { name: 'Choose an hour' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${pages.url}/#scene=carousel&channel=SMS`);
    await page.getByRole('button', { name: /notes$/ }).click();
    await page.getByRole('dialog', { name: 'How this was drawn' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });
});
