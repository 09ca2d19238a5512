import { choice, reply, toIdentities } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page, type PageOptions, takePicture, violationsOf } from './browser.ts';
import { BO, MAJA, type RunningDesk, startDesk } from './start-desk.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const WAIT = { timeout: 30_000 };
const PHONE: PageOptions = { width: 375, height: 740, isMobile: true, hasTouch: true };

describe.skipIf(!hasBrowser)('a day at the inbox, against the emulator', () => {
  let browser: Browser;
  let desk: RunningDesk;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  const row = (page: Page, words: string) => page.locator('.row-link', { hasText: words }).first();
  const log = (page: Page) => page.locator('.log');
  const field = (page: Page) => page.locator('#composer-text');
  const words = (page: Page) => page.locator('body').innerText();

  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await page.goto(desk.url);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('.live').textContent(), WAIT).toBe('Live');
  }

  async function open(page: Page, name: string): Promise<void> {
    await row(page, name).click();
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toContain(name);
  }

  test('nobody looks in who is not signed in; a wrong password is told', async () => {
    const { page } = await openPage(browser);
    await page.goto(desk.url);
    await page.getByLabel('E-mail').fill(MAJA.email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('.problem-box').textContent(), WAIT).toMatch(/\w+/);
    expect(await page.locator('.desk').count()).toBe(0);
    await page.close();
  });

  test('at a desk', async () => {
    const { page, complaints } = await openPage(browser);
    await signIn(page, MAJA);
    await expect.poll(() => words(page), WAIT).toMatch(/No conversations yet/);
    complaints.splice(0);

    // somebody writes: it is in the list as it arrives, unread, and in the title
    const anna = desk.emulator.control.contact('+46701234567', 'WHATSAPP');
    await anna.writes('Is my order on its way?');
    await expect.poll(() => page.title(), WAIT).toBe('(1) Inbox');
    await open(page, '46701234567');
    await expect.poll(() => log(page).innerText(), WAIT).toContain('Is my order on its way?');
    await expect.poll(() => page.locator('.row-unread').count(), WAIT).toBe(0);

    // it is taken by a key, and named
    await log(page).focus();
    await page.keyboard.press('a');
    await expect.poll(() => log(page).innerText(), WAIT).toMatch(/Maja Ek assigned this to Maja Ek/);
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.locator('.details').getByLabel('Name').fill('Anna Andersson');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toBe('Anna Andersson');
    await page.getByRole('button', { name: 'Close details' }).click();

    // a saved reply, made and used
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name: 'Saved replies' }).click();
    await page.getByLabel('Shortcut, typed after a /').fill('today');
    await page.getByLabel('Text', { exact: true }).fill('Dear {contact.name}, it leaves today. {agent.name}');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => page.locator('.reply-admin').textContent(), WAIT).toContain('/today');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await field(page).pressSequentially('/to');
    await expect.poll(() => page.locator('.reply-list').innerText(), WAIT).toContain('/today');
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('Dear Anna Andersson, it leaves today. Maja Ek');
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.onPhones(), WAIT).toContain('Dear Anna Andersson, it leaves today. Maja Ek');
    await expect.poll(() => log(page).innerText(), WAIT).toMatch(/it leaves today\. Maja Ek[\s\S]*Delivered/);
    expect(await field(page).inputValue()).toBe('');
    await anna.reads();
    await expect.poll(() => page.locator('.status-read').count(), WAIT).toBe(1);

    // choices, seen before they go; the contact taps one, and likes it
    await page.getByRole('button', { name: 'Choices' }).click();
    await page.getByLabel('Question').fill('When shall we come?');
    await page.getByLabel('Caption of choice 1').fill('Morning');
    await page.getByRole('button', { name: 'Choice', exact: true }).click();
    await page.getByLabel('Caption of choice 2').fill('Evening');
    await expect.poll(() => page.locator('.preview').innerText(), WAIT).toMatch(/When shall we come\?[\s\S]*Morning[\s\S]*Evening/);
    await takePicture(page, 'story-choices', { fullPage: false });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => desk.onPhones(), WAIT).toContain('When shall we come?');
    await anna.taps('Evening');
    await expect.poll(() => page.locator('.message.from-contact').last().innerText(), WAIT).toMatch(/When shall we come\?[\s\S]*Evening/);

    // a note for the team, which no phone gets
    await log(page).focus();
    await page.keyboard.press('n');
    await field(page).fill('She is at home from six.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.note-words').innerText(), WAIT).toBe('She is at home from six.');
    expect(desk.onPhones()).not.toContain('She is at home from six.');
    await takePicture(page, 'story-thread', { fullPage: false });
    expect(await violationsOf(page)).toEqual([]);

    // done: out of the list of what is open, found again by its words, and open when she writes again
    await page.keyboard.press('Escape');
    await log(page).focus();
    await page.keyboard.press('d');
    await expect.poll(() => log(page).innerText(), WAIT).toMatch(/Maja Ek set this to done/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.row-link').count(), WAIT).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('leaves tod');
    await page.getByRole('group', { name: 'State', exact: true }).getByRole('button', { name: 'All' }).click();
    await expect.poll(() => row(page, 'Anna Andersson').count(), WAIT).toBe(1);
    await page.locator('.search-field input').fill('');
    await page.getByRole('group', { name: 'State', exact: true }).getByRole('button', { name: 'Open' }).click();
    await anna.writes('Thank you!');
    await expect.poll(() => row(page, 'Anna Andersson').innerText(), WAIT).toContain('Thank you!');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('what does not arrive is told with its reason, and goes another way', async () => {
    const { page, complaints } = await openPage(browser);
    await signIn(page, MAJA);
    complaints.splice(0);
    const phone = '+46707654321';
    const control = desk.emulator.control.channel('RCS');
    control.answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' }, { identity: phone });

    // another program sends: RCS gives up, SMS takes over
    await desk.conversation.messages.send({
      app_id: desk.appId,
      recipient: toIdentities({ RCS: phone, SMS: phone }),
      message: choice('Your table is ready', [reply('Coming'), reply('Cancel')]),
    });
    await open(page, '46707654321');
    await expect.poll(() => page.locator('.switches').innerText(), WAIT).toMatch(/RCS → SMS[\s\S]*cannot be reached/);
    await expect.poll(() => log(page).innerText(), WAIT).toContain('Delivered');

    // only RCS: it fails, is told, and goes on SMS
    await page.getByLabel('Send on').selectOption({ label: 'Only RCS' });
    await field(page).fill('We keep it for you.');
    await page.keyboard.press('Enter');
    const failed = page.locator('.message', { hasText: 'We keep it for you.' }).first();
    await expect.poll(() => failed.innerText(), WAIT).toMatch(/Failed[\s\S]*cannot be reached/);
    await expect.poll(() => row(page, '46707654321').locator('.row-failed').count(), WAIT).toBe(1);
    await takePicture(page, 'story-failed', { fullPage: false });
    await failed.getByRole('button', { name: 'Send on SMS' }).click();
    await expect.poll(() => failed.innerText(), WAIT).toContain('Failed, sent again');
    await expect
      .poll(() => page.locator('.message', { hasText: 'We keep it for you.' }).last().innerText(), WAIT)
      .toMatch(/SMS[\s\S]*Delivered/);
    await expect.poll(() => row(page, '46707654321').locator('.row-failed').count(), WAIT).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('two conversations of one person become one, and a template of the project is sent in it', async () => {
    const { page, complaints } = await openPage(browser);
    await desk.conversation.templates.create({
      description: 'Parcel',
      default_translation: 'en',
      translations: [
        {
          language_code: 'en',
          text_message: { text: `Hello \${name}, your parcel is here.` },
          variables: [{ key: 'name', preview_value: 'Ida' }],
        },
      ],
    });
    await signIn(page, MAJA);
    complaints.splice(0);
    await desk.emulator.control.contact('+46706666661', 'SMS').writes('This is my old number');
    await desk.emulator.control.contact('+46706666662', 'WHATSAPP').writes('And this is my new one');
    await open(page, '46706666662');
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: /^Merge another/ }).click();
    await page.getByLabel('Search a name or an address').fill('46706666661');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Merge for good' }).click();
    await expect.poll(() => log(page).innerText(), WAIT).toMatch(/old number[\s\S]*new one/);
    await expect.poll(() => page.locator('.addresses').innerText(), WAIT).toMatch(/46706666661/);
    await expect.poll(() => row(page, '46706666661').count(), WAIT).toBe(0);
    await page.getByRole('button', { name: 'Close details' }).click();

    await page.getByRole('button', { name: 'Template', exact: true }).click();
    await page.getByLabel('Template', { exact: true }).selectOption({ label: 'Parcel (en)' });
    await page.getByLabel('name', { exact: true }).fill('Ida Lind');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => page.locator('.message').last().innerText(), WAIT).toContain('Delivered');
    // at the service, too, they are one
    const contacts = [];
    for await (const contact of desk.conversation.contacts.list()) contacts.push(contact);
    const merged = contacts.filter(({ channel_identities = [] }) =>
      channel_identities.some(({ identity }) => identity.includes('4670666666')),
    );
    expect(merged.map(({ channel_identities = [] }) => channel_identities.length)).toEqual([2]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('hostile words are words, whichever field they come in', async () => {
    const { page, complaints } = await openPage(browser);
    await signIn(page, MAJA);
    complaints.splice(0);
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3) \u202Egnp.exe';
    const contact = desk.emulator.control.contact('+46703333333', 'SMS');
    await contact.writes(hostile);
    await contact.writes('unbreakable'.repeat(80));
    await open(page, '46703333333');
    await expect.poll(() => log(page).innerText(), WAIT).toContain('<img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.locator('.details').getByLabel('Name').fill(hostile.slice(0, 190));
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toContain('<script>');
    // a mark that turns the direction makes no picture of a program
    await expect.poll(() => row(page, '<script>').innerText(), WAIT).not.toContain('\u202E');
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await field(page).fill(hostile);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.note-words').count(), WAIT).toBe(1);
    expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    await takePicture(page, 'story-hostile', { fullPage: false });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('on a phone', async () => {
    const { page, complaints } = await openPage(browser, PHONE);
    await signIn(page, BO);
    complaints.splice(0);
    const kim = desk.emulator.control.contact('+46704444444', 'SMS');
    await kim.writes('Do you have these in blue?');
    await row(page, '46704444444').tap();
    await expect.poll(() => log(page).innerText(), WAIT).toContain('Do you have these in blue?');
    // a touch keyboard has no Shift: Enter is a new line, the button sends
    await field(page).tap();
    await page.keyboard.type('Yes,');
    await page.keyboard.press('Enter');
    await page.keyboard.type('from Monday.');
    expect(await field(page).inputValue()).toBe('Yes,\nfrom Monday.');
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await expect.poll(() => desk.onPhones(), WAIT).toContain('Yes,\\nfrom Monday.');
    await expect.poll(() => log(page).innerText(), WAIT).toContain('Delivered');
    await takePicture(page, 'story-phone-thread', { fullPage: false });
    expect(await violationsOf(page)).toEqual([]);

    // what is being written is seen by whoever has it open too
    const { page: other } = await openPage(browser);
    await signIn(other, MAJA);
    await open(other, '46704444444');
    await field(page).pressSequentially('And in green');
    await expect.poll(() => other.locator('.typers').innerText(), WAIT).toBe('Bo Berg is writing…');
    await other.close();

    await page.getByRole('group', { name: 'State of the conversation' }).getByRole('button', { name: 'Done' }).tap();
    await page.getByRole('link', { name: 'Back to conversations' }).tap();
    await expect.poll(() => page.locator('.list').isVisible(), WAIT).toBe(true);
    await expect.poll(() => row(page, '46704444444').count(), WAIT).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

    // a new conversation, begun here
    await page.getByRole('button', { name: 'New conversation' }).tap();
    await page.locator('dialog').getByLabel('Channel', { exact: true }).selectOption('SMS');
    await page.getByLabel(/^Phone number/).fill('+46 70 555 55 55');
    await page.getByLabel('Name (optional)').fill('Lee');
    await page.getByRole('button', { name: 'Open', exact: true }).last().tap();
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toBe('Lee');
    await field(page).fill('Your parcel is here.');
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await expect.poll(() => desk.onPhones(), WAIT).toContain('Your parcel is here.');
    await expect.poll(() => log(page).innerText(), WAIT).toContain('Delivered');
    // its draft of before is still there for the first one
    await page.goto(`${desk.url}/#/`);
    await page.getByRole('group', { name: 'State', exact: true }).getByRole('button', { name: /^Done/ }).tap();
    await row(page, '46704444444').tap();
    await expect.poll(() => field(page).inputValue(), WAIT).toBe('And in green');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
