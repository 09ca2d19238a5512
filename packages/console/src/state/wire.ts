/** What the emulator answers and tells. Types only: nothing of the emulator is built into the page. */

// @boundaries-ignore the emulator carries the built page, so the page cannot depend on the emulator; types leave nothing behind
export type { AccessKey, NewAccessKey } from '../../../emulator/src/requests/access-keys.ts';
// @boundaries-ignore as above
export type * from '../../../emulator/src/views/control-api.ts';
