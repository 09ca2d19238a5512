import { emulatorError } from '../requests/index.ts';

/** What a page of another site may do unasked: it gets no answer to read, and nothing changes. */
const HARMLESS: readonly string[] = ['GET', 'HEAD'];

/**
 * Refuses calls that a page of another site makes a browser send. Pages of this machine may, and so may everything that is no browser:
 * only browsers send `Origin` and `Sec-Fetch-Site`, and no page can leave them out or make them up.
 */
export function refuseOrigin(request: Request, isOurs: (host: string | undefined) => boolean): Response | undefined {
  if (HARMLESS.includes(request.method)) return undefined;
  const origin = request.headers.get('origin');
  if (origin === null ? request.headers.get('sec-fetch-site') !== 'cross-site' : isOurs(hostOf(origin))) return undefined;
  return emulatorError(
    403,
    'origin-refused',
    'The emulator takes no calls from pages of other sites. Allow their host with allowHosts or --allow-host.',
  );
}

/** `null` of a sandboxed page is nobody's host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
