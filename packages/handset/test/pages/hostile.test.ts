import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { CHANNELS, SCENES } from '../../gallery/scenes.ts';
import type { HandsetElement, ThreadEntry } from '../../src/element.ts';
import { servePages } from '../support/serve-pages.ts';

vi.setConfig({ testTimeout: 60_000 });

const MARKUP = `"'><img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">\u202E\u0000`;
const SCRIPT = 'javascript:alert(4)';

/** Words that the types know: another one would be a different drawing, not a hostile one. */
const KNOWN_WORDS: ReadonlySet<string> = new Set(
  'kind type media mode certainty direction placement channel basis unit format height orientation alignment first status time'.split(' '),
);
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'target', 'link', 'pictureUrl', 'thumbnailUrl']);

/** A thread with markup in every text, and a script in every address, of every field that there is. */
function poison(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return KNOWN_WORDS.has(key) ? value : ADDRESSES.has(key) ? SCRIPT : MARKUP;
  if (Array.isArray(value)) return value.map((one) => poison(one, key));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.entries(value).map(([name, one]) => [key === 'parameters' ? MARKUP : name, poison(one, name)]);
  return Object.fromEntries(names);
}

describe.skipIf(!hasBrowser)('hostile content', () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  test.each(CHANNELS)('%s: every field that is shown is text, and no link leads to a script', async (channel) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${pages.url}/element.html`);
    const threads = Object.values(SCENES).map((scene) => poison(scene(channel)) as ThreadEntry[]);
    await page.evaluate(addThreads, { channel, threads, name: MARKUP, source: SCRIPT });
    await page.evaluate(openSheets);
    expect(await page.getByText('<img src=x').count()).toBeGreaterThan(10);
    expect(await page.evaluate(findLive)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('an address that the page gives for a picture is no script, and no page in disguise', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${pages.url}/element.html`);
    for (const source of [SCRIPT, 'data:text/html,<script>alert(5)</script>', 'file:///etc/passwd', 'http://']) {
      await page.evaluate(addThreads, { channel: 'MMS', threads: [SCENES.media?.('MMS') ?? []], name: 'Shop', source });
    }
    expect(await sourcesOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

interface Threads {
  channel: string;
  threads: ThreadEntry[][];
  name: string;
  source: string;
}

function addThreads({ channel, threads, name, source }: Threads): void {
  for (const entries of threads) {
    const element = document.createElement('convapi-handset') as HandsetElement;
    element.setAttribute('channel', channel);
    element.setAttribute('owner', name);
    element.setAttribute('interactive', '');
    element.business = { name, pictureUrl: source };
    element.mediaUrl = () => source;
    element.entries = entries;
    document.body.append(element);
  }
}

/** What only shows after a tap. */
async function openSheets(): Promise<void> {
  for (const element of document.querySelectorAll('convapi-handset')) {
    element.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup=dialog]')?.click();
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Elements that no phone draws, and links that lead elsewhere than a link may. */
function findLive(): string[] {
  const roots = [...document.querySelectorAll('convapi-handset')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
  return roots.flatMap((root) => {
    const strange = [...root.querySelectorAll('img, script, iframe, object, embed, form[action], style, [onerror], [onclick], [style]')];
    const links = [...root.querySelectorAll('a')].filter(({ protocol }) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol));
    return [...strange, ...links].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

function sourcesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('convapi-handset')].flatMap(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('[src]') ?? [])].map((element) => element.getAttribute('src') ?? ''),
    ),
  );
}
