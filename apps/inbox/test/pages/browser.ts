// @boundaries-ignore help for tests, of the whole repository
export {
  type Browser,
  hasBrowser,
  launchBrowser,
  openPage,
  type Page,
  type PageOptions,
  takePicture,
} from '../../../../scripts/vitest/browser.ts';
// @boundaries-ignore as above
export { violationsOf } from '../../../../scripts/vitest/violations-of.ts';
