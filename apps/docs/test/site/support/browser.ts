// @boundaries-ignore shared by the tests of all pages of the repository
export { type Browser, hasBrowser, launchBrowser, openPage, type Page, takePicture } from '../../../../../scripts/vitest/browser.ts';
// @boundaries-ignore shared by the tests of all pages of the repository
export { violationsOf } from '../../../../../scripts/vitest/violations-of.ts';
