import type { AppMessage } from '@convapi/core';
import { card, carousel, choice, list, reply, text } from '@convapi/message-builder';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { SCENES } from '../../gallery/scenes.ts';
import type { HandsetElement, ThreadEntry } from '../../src/element.ts';
import { servePages } from '../support/serve-pages.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What a test sets on an element; the told events go to `window.told`. */
interface Settings {
  attributes?: Record<string, string>;
  message?: AppMessage;
  entries?: readonly ThreadEntry[];
  /** The address that `mediaUrl` gives for every file. */
  source?: string;
}

describe.skipIf(!hasBrowser)('<convapi-handset> in a page with the strictest policy', () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });
  beforeEach(async () => {
    ({ page, complaints } = await openPage(browser, { width: 500 }));
    await page.goto(`${pages.url}/element.html`);
    await page.evaluate(() => customElements.whenDefined('convapi-handset').then(() => undefined));
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  const add = (settings: Settings) => page.evaluate(addElement, settings);
  const change = (settings: Settings) => page.evaluate(changeElement, settings);
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told ?? []);

  test('draws a message by itself, from a property or from an attribute', async () => {
    await add({ attributes: { channel: 'WHATSAPP' }, message: choice('Tomorrow?', [reply('Yes'), reply('No')]) });
    expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(1);
    await add({ attributes: { channel: 'SMS', message: JSON.stringify(text('By attribute')), owner: 'Bo', name: 'Bloom' } });
    const phone = page.getByRole('group', { name: 'SMS phone of Bo' });
    expect(await phone.getByText('By attribute').count()).toBe(1);
    expect(await phone.getByText('Bloom', { exact: true }).count()).toBe(1);
  });

  test('a message attribute that is no JSON is an empty phone', async () => {
    await add({ attributes: { channel: 'RCS', message: '{"text_message"' } });
    expect(await page.getByRole('log').getByRole('listitem').count()).toBe(0);
  });

  test('takes properties that were set before it was defined', async () => {
    await page.goto(`${pages.url}/early.html`);
    expect(await page.getByRole('log').getByText('Early').count()).toBe(1);
  });

  test('tells taps with the message, its caption and what comes back', async () => {
    await add({ attributes: { channel: 'WHATSAPP' }, message: choice('Tomorrow?', [reply('Yes', 'yes-17')]) });
    await page.getByRole('button', { name: 'Yes' }).click();
    expect(await told()).toEqual([
      {
        type: 'convapi-tap',
        detail: { entryId: 'message', type: 'text', title: 'Yes', postback: 'yes-17', path: 'choice_message.choices[0]' },
      },
    ]);
  });

  test('docked choices are above the field, and gone once one is tapped', async () => {
    await add({ attributes: { channel: 'RCS' }, message: choice('Tomorrow?', [reply('Yes'), reply('No')]) });
    const suggestions = page.getByRole('group', { name: 'Suggestions' });
    await suggestions.getByRole('button', { name: 'No' }).click();
    await expect.poll(() => suggestions.count()).toBe(0);
    expect(await told()).toHaveLength(1);
  });

  test('docked choices are gone once something newer is in the thread', async () => {
    const [asked, ...rest] = SCENES.answers?.('RCS') ?? [];
    await add({ attributes: { channel: 'RCS' }, entries: [asked as ThreadEntry] });
    expect(await page.getByRole('group', { name: 'Suggestions' }).count()).toBe(1);
    await change({ entries: [asked as ThreadEntry, ...rest] });
    await expect.poll(() => page.getByRole('group', { name: 'Suggestions' }).count()).toBe(0);
  });

  test('a field that the page does not listen to is only drawn; with `interactive` it tells texts and reactions', async () => {
    await add({ attributes: { channel: 'SMS' }, message: choice('Tomorrow?', [reply('Yes')]) });
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Type/ }).count()).toBe(0);
    await change({ attributes: { interactive: '' } });
    await page.getByRole('textbox', { name: 'Message to Business' }).fill('  Hello  ');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Type “Yes”' }).click();
    await page.getByRole('button', { name: 'React', exact: true }).click();
    await page.getByRole('button', { name: 'heart' }).click();
    expect(await told()).toEqual([
      { type: 'convapi-text', detail: 'Hello' },
      { type: 'convapi-text', detail: 'Yes' },
      { type: 'convapi-reaction', detail: { entryId: 'message', emoji: '❤️' } },
    ]);
    expect(await page.getByRole('textbox').inputValue()).toBe('');
  });

  test('a list is played by keyboard: opened, left by Escape, chosen by arrows, sent', async () => {
    const rows = [{ title: '8 to 10' }, { title: '10 to 12', postback: 'late' }];
    await add({ attributes: { channel: 'WHATSAPP' }, message: list({ title: 'When?', menu: 'Hours', sections: [{ items: rows }] }) });
    const opener = page.getByRole('button', { name: 'Hours' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Hours' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
    await page.keyboard.press('Enter');
    // the button that closes, then the rows
    for (const key of ['Tab', 'Tab', 'Space', 'ArrowDown', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await told()).toEqual([
      {
        type: 'convapi-tap',
        detail: { entryId: 'message', type: 'list_item', title: '10 to 12', postback: 'late', path: 'list_message.sections[0].items[1]' },
      },
    ]);
  });

  test('an open sheet keeps the keyboard off the phone below it', async () => {
    await add({ attributes: { channel: 'SMS', interactive: '' }, message: card({ title: 'Roses', choices: [reply('Order')] }) });
    await page.getByRole('button', { name: /note/ }).click();
    const field = page.getByRole('textbox');
    expect(await field.evaluate(takesFocus)).toBe(false);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => field.evaluate(takesFocus)).toBe(true);
  });

  test('a carousel is swiped by buttons, which say where it is', async () => {
    const cards = ['Tulips', 'Peonies', 'Roses'].map((title) => ({ title, choices: [reply(`Take ${title}`)] }));
    await add({ attributes: { channel: 'RCS' }, message: carousel(cards) });
    const row = page.getByRole('group', { name: '3 cards' });
    expect(await row.getByRole('button', { name: 'Previous card' }).isDisabled()).toBe(true);
    await row.getByRole('button', { name: 'Next card' }).click();
    await row.getByText('Card 2 of 3', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Next card' }).click();
    await row.getByText('Card 3 of 3', { exact: true }).waitFor();
    await expect.poll(() => row.getByRole('button', { name: 'Next card' }).isDisabled()).toBe(true);
  });

  test('a new state changes the ticks and nothing else: rows stay, so that nothing is read out twice', async () => {
    const entries = SCENES.conversation?.('WHATSAPP') ?? [];
    await add({ attributes: { channel: 'WHATSAPP' }, entries });
    const changed = await page.evaluateHandle(watchRows);
    await change({ entries: entries.map((entry, index) => (index === entries.length - 1 ? { ...entry, status: 'read' } : entry)) });
    await expect.poll(() => page.getByRole('listitem').last().textContent()).toContain('Read');
    expect(await changed.evaluate((list) => list)).toEqual([]);
  });

  test('only what has changed is drawn again, although the page makes its entries anew', async () => {
    await add({ attributes: { channel: 'WHATSAPP' }, entries: [] });
    const { first, again } = await page.evaluate(findDrawn, SCENES.conversation?.('WHATSAPP') ?? []);
    expect(first).toHaveLength(7);
    expect(again).toEqual(['m7']);
  });

  test('shows pictures that the page gives an address for, and draws those that fail', async () => {
    const message = card({ title: 'Roses', media: 'https://shop.example.com/roses.jpg' });
    await add({ attributes: { channel: 'RCS' }, message });
    expect(await page.getByRole('img', { name: 'Picture: roses.jpg' }).evaluate((element) => element.tagName)).toBe('DIV');
    await add({ attributes: { channel: 'RCS' }, message, source: '/picture.svg' });
    await expect.poll(() => page.locator('convapi-handset').last().locator('img').evaluate(naturalWidth)).toBe(300);
    await add({ attributes: { channel: 'RCS' }, message, source: '/nowhere.png' });
    await expect.poll(() => page.locator('convapi-handset').last().locator('img').count()).toBe(0);
    complaints = complaints.filter((complaint) => !complaint.includes('404'));
  });

  test('nothing moves by itself for those who asked for that', async () => {
    const cards = ['Tulips', 'Peonies'].map((title) => ({ title, choices: [] }));
    await add({ attributes: { channel: 'RCS', typing: '' }, message: carousel(cards) });
    const styleOf = (selector: string, name: 'animationName' | 'scrollBehavior') =>
      page
        .locator(selector)
        .first()
        .evaluate((element, key) => getComputedStyle(element)[key], name);
    expect(await styleOf('.cvh-typing i', 'animationName')).toBe('none');
    expect(await styleOf('.cvh-carousel-row', 'scrollBehavior')).toBe('auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await styleOf('.cvh-typing i', 'animationName')).toBe('cvh-dot');
    expect(await styleOf('.cvh-carousel-row', 'scrollBehavior')).toBe('smooth');
  });

  test('without fills, edges tell what is a bubble and what can be tapped', async () => {
    await add({ attributes: { channel: 'WHATSAPP' }, message: choice('Tomorrow?', [reply('Yes')]) });
    await page.emulateMedia({ forcedColors: 'active' });
    for (const selector of ['.cvh-bubble', '.cvh-choice']) {
      expect(await page.locator(selector).evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px');
    }
  });

  test('moved in the page it keeps what was typed', async () => {
    await add({ attributes: { channel: 'SMS', interactive: '' }, message: text('Hello') });
    await page.getByRole('textbox').fill('Half a sen');
    await page.evaluate(() => document.body.append(document.querySelector('convapi-handset') as Element));
    expect(await page.getByRole('textbox').inputValue()).toBe('Half a sen');
  });
});

function addElement({ attributes = {}, message, entries, source }: Settings): void {
  const element = document.createElement('convapi-handset') as HandsetElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (message) element.message = message;
  if (entries) element.entries = entries;
  if (source) element.mediaUrl = () => source;
  const log = window as unknown as { told?: unknown[] };
  log.told = [];
  for (const type of ['convapi-tap', 'convapi-text', 'convapi-reaction']) {
    element.addEventListener(type, (event) => log.told?.push({ type, detail: (event as CustomEvent).detail }));
  }
  document.body.append(element);
}

function changeElement({ attributes = {}, entries }: Settings): void {
  const element = document.querySelector('convapi-handset') as HandsetElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (entries) element.entries = entries;
}

function takesFocus(element: HTMLElement): boolean {
  element.focus();
  return (element.getRootNode() as ShadowRoot).activeElement === element;
}

/** Which messages are drawn for a thread, and which once more after the state of the last one has changed. */
async function findDrawn(entries: readonly ThreadEntry[]): Promise<{ first: string[]; again: string[] }> {
  const drawn = new Set<string>();
  const watched = entries.map((entry) => ({
    ...entry,
    rendered: {
      ...entry.rendered,
      // read where a message is drawn, and by nothing else
      get certainty() {
        drawn.add(entry.id);
        return entry.rendered.certainty;
      },
    },
  }));
  const element = document.querySelector('convapi-handset') as HandsetElement;
  const show = async (shown: readonly ThreadEntry[]) => {
    drawn.clear();
    element.entries = shown;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...drawn];
  };
  const first = await show(watched);
  const again = await show(
    watched.map((entry, index) => (index === watched.length - 1 ? { ...entry, status: 'read' as const } : { ...entry })),
  );
  return { first, again };
}

function naturalWidth(element: Element): number {
  return (element as HTMLImageElement).naturalWidth;
}

/** The rows that are added or taken away from now on. */
function watchRows(): string[] {
  const changed: string[] = [];
  const rows = document.querySelector('convapi-handset')?.shadowRoot?.querySelector('.cvh-items') as Element;
  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) changed.push(...[...addedNodes, ...removedNodes].map((node) => node.nodeName));
  }).observe(rows, { childList: true });
  return changed;
}
