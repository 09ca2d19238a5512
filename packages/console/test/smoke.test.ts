import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../scripts/vitest/browser.ts';
import { type RunningEmulator, startEmulator } from './support/start-emulator.ts';
import { type Receiver, startReceiver } from './support/start-receiver.ts';

const SECRET = 'the-secret-of-my-program';

describe.skipIf(!hasBrowser)('getting started in the page, as a newcomer does', () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let receiver: Receiver;
  beforeAll(async () => {
    [browser, emulator, receiver] = await Promise.all([launchBrowser(), startEmulator(), startReceiver(SECRET)]);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
    await receiver.close();
  });

  test('from the printed address to a tapped choice that reaches a program, signed', { timeout: 180_000 }, async () => {
    const { page, complaints } = await openPage(browser);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    page.setDefaultTimeout(15_000);
    const dialog = (name: string) => page.getByRole('dialog', { name });

    // the printed address leads to the page
    await page.goto(`${emulator.url}/`);
    await page.getByRole('heading', { name: 'Start', level: 1 }).waitFor();
    expect(page.url()).toBe(`${emulator.console}/`);
    expect(await page.title()).toBe('Start · convapi emulator');

    // an app, in a region
    await page.getByRole('link', { name: /Create an app/ }).click();
    await button('Create the first app').click();
    await page.getByLabel('Display name').fill('Shop');
    await page.getByRole('radio', { name: /\(eu\)/ }).check();
    await page.getByRole('radio', { name: /^CONVERSATION/ }).check();
    await button('Create').click();
    await page.getByRole('heading', { name: 'Shop', level: 1 }).waitFor();

    // three channels; any credentials do
    for (const channel of ['SMS', 'WhatsApp', 'RCS']) {
      await button(channel).click();
      await dialog(`${channel} credentials`).getByLabel('claimed_identity').fill(`my-${channel}`);
      await dialog(`${channel} credentials`)
        .getByLabel(/^token/)
        .fill('any');
      await button('Set up').click();
      await page
        .getByRole('listitem')
        .filter({ hasText: `my-${channel}` })
        .waitFor();
    }

    // RCS first
    await button('Reorder').click();
    await button('Move RCS up').click();
    await button('Move RCS up').click();
    await button('Save').click();
    await button('Reorder').waitFor();
    const { apps } = await emulator.owner<{ apps: { channel_credentials: { channel: string }[] }[] }>('GET', '/apps');
    expect(apps[0]?.channel_credentials.map(({ channel }) => channel)).toEqual(['RCS', 'SMS', 'WHATSAPP']);

    // a webhook
    await page.getByRole('link', { name: /^Webhooks/ }).click();
    await button('Add webhook').click();
    await page.getByLabel('Target URL').fill(receiver.url);
    await page.getByLabel('Secret token').fill(SECRET);
    await dialog('Add webhook').getByLabel('All of them').check();
    await button('Add').click();
    await page.getByText(receiver.url).waitFor();

    // a sample reaches the program before anything was sent
    await button(`Send a test callback to ${receiver.url}`).click();
    await dialog('Send a test callback').getByLabel('Trigger').selectOption('MESSAGE_DELIVERY');
    await button('Send').click();
    await page.getByText('The receiver answered: 200.').waitFor();
    await button('Close').click();

    // an access key, whose secret is shown once and works
    await page.getByRole('link', { name: 'Access keys' }).click();
    await button('New key').click();
    await page.getByLabel('Name (optional)').fill('laptop');
    await button('Create').click();
    const shown = dialog('Your new key').locator('dd code');
    await shown.nth(1).waitFor();
    const [keyId, keySecret] = (await shown.allInnerTexts()) as [string, string];
    await page.getByLabel('I have stored it').check();
    await button('Done').click();
    expect(await page.content()).not.toContain(keySecret);
    const token = await fetch(`${emulator.url}/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(token.status).toBe(200);

    // the collection for Postman
    await page.getByRole('link', { name: 'Postman' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save the collection' }).click()]);
    expect(await download.failure()).toBeNull();

    // a card to every phone
    await page.getByRole('link', { name: 'Compose' }).click();
    await page.getByLabel('Title').fill('Your table is ready');
    await page.getByLabel('Caption 1').fill('On my way');
    await page.getByLabel('Postback 1').fill('coming');
    await button('Send').click();

    // it arrived on the first channel of the order, and a tap on it reaches the program
    await page.getByRole('heading', { name: 'Handsets', level: 1 }).waitFor();
    const phone = page.getByRole('group', { name: /^RCS/ });
    await phone.getByText('Your table is ready').waitFor();
    await phone.getByRole('button', { name: 'On my way' }).click();
    const event = await receiver.wait('MESSAGE_INBOUND');
    expect(event).toMatchObject({
      message: { channel_identity: { channel: 'RCS' }, contact_message: { choice_response_message: { postback_data: 'coming' } } },
    });

    // and the page tells of both
    await page.getByRole('region', { name: 'What just happened' }).getByText('MESSAGE_INBOUND').waitFor();
    await page.getByRole('link', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { name: 'Five steps' }).waitFor();
    expect(await page.getByText('(to do)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
