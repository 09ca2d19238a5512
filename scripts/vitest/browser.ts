import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export type { Browser, Page };

/** The program, where there is one. */
export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!executablePath) console.warn('Skipped: tests in a browser, because no Chromium is installed (apt-get install chromium).');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = executablePath !== undefined;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath as string, args: ARGUMENTS });
}

export interface PageOptions extends BrowserContextOptions {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

/** A page, and all that it complains of: errors, refusals of its policy, dialogs that a script opened, addresses elsewhere that it asked for. */
export async function openPage(
  browser: Browser,
  { width = 1440, height = 900, scheme = 'light', ...rest }: PageOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...rest,
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return { page, complaints };
}

/** Keeps a picture of the page in the folder that CONVAPI_SCREENSHOTS names, if it does. */
export async function takePicture(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  const folder = process.env.CONVAPI_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
