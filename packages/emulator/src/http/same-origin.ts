import { emulatorError } from '../requests/index.ts';

/**
 * Is the call one of the emulator's own page, or of no page at all? Other pages of this machine may call the API, with a key; what needs none is not
 * for them. Only browsers send these headers, and no page can leave them out.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}

/** Refuses pages that are not the emulator's own. */
export function refuseOtherPages(request: Request): Response | undefined {
  if (isSameOrigin(request)) return undefined;
  return emulatorError(403, 'origin-refused', 'This is for the page of the emulator itself, which comes from this very address.');
}
