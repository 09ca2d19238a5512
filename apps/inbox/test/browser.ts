// @boundaries-ignore help for tests, of the whole repository
import { type Browser, openPage as openAnyPage, type Page, takePicture as takeAnyPicture } from '../../../scripts/vitest/browser.ts';

// @boundaries-ignore as above
export { type Browser, hasBrowser, launchBrowser, type Page } from '../../../scripts/vitest/browser.ts';

/** A page as wide as a small laptop, and all that it complains of. */
export function openPage(browser: Browser): ReturnType<typeof openAnyPage> {
  return openAnyPage(browser, { width: 1200, height: 800 });
}

/** Keeps a picture of what is seen of the page, if CONVAPI_SCREENSHOTS names a folder. */
export function takePicture(page: Page, name: string): Promise<void> {
  return takeAnyPicture(page, `inbox-${name}`, { fullPage: false });
}
