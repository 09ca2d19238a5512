import { RehearsalError } from './rehearsal-error.ts';

/** The target, if it may be one: http(s), no credentials, and this machine unless others are allowed. */
export function checkTarget(text: string, name: string, allowRemote: boolean): URL {
  const url = toUrl(text, name);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RehearsalError('usage', `${name} is not http or https. Name the address of your webhook.`);
  if (url.username || url.password)
    throw new RehearsalError('usage', `${name} holds a user or a password. Leave them out: the service sends none.`);
  if (!allowRemote && !isLoopback(url.hostname))
    throw new RehearsalError(
      'usage',
      `${name} is not on this machine: ${url.hostname}. Forged, oversized and repeated callbacks would be sent there. If it is yours, pass --allow-remote (allowRemote: true).`,
    );
  return url;
}

/** The target for people to read: a query may hold a token. */
export function describeTarget({ origin, pathname }: URL): string {
  return origin + pathname;
}

function toUrl(text: string, name: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new RehearsalError('usage', `${name} is no URL. Name the address of your webhook, such as http://localhost:3000/webhook.`, {
      cause,
    });
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
