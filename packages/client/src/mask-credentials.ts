/** What stands in place of a credential. */
const MASK = '***';
/** Shorter ones would mask ordinary words. */
const SHORTEST = 6;

/**
 * A text of the service, or of a debug page in front of it, without the credentials of the request, should it repeat them:
 * what an error holds ends up in logs.
 */
export function maskCredentials(text: string, authorization: string | undefined): string {
  const credential = authorization?.replace(/^\w+ /, '') ?? '';
  if (credential.length < SHORTEST) return text;
  // in JSON a slash may be written with a backslash
  const spellings = [credential, credential.replaceAll('/', '\\/'), decodeBasic(authorization)];
  return spellings.reduce((masked, spelling) => (spelling.length < SHORTEST ? masked : masked.replaceAll(spelling, MASK)), text);
}

/** The secret inside of a Basic header. */
function decodeBasic(authorization = ''): string {
  const [, encoded] = /^Basic (.+)$/.exec(authorization) ?? [];
  if (encoded === undefined) return '';
  try {
    return atob(encoded).replace(/^[^:]*:/, '');
  } catch {
    return '';
  }
}
