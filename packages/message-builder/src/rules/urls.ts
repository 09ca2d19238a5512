/** A host that only the machine itself can reach. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

/** Longest piece of an address that a message shows. */
const SHOWN_CHARS = 40;

/** Can callbacks go there? An empty address is none, as if it were left out. */
export function isCallbackUrl(url: string): boolean {
  return url === '' || (URL.canParse(url) && /^https?:/i.test(url));
}

/** What is wrong with an address that has to be fetched. */
export interface UrlFault {
  code: 'empty' | 'format';
  /** End of a sentence that begins with the path. */
  text: string;
  actual?: string;
  /** Whether the machine that sends could reach it all the same. */
  isLoopback?: true;
}

/** Why neither the service nor a phone can fetch an address; undefined where they may. */
export function urlFault(url: string): UrlFault | undefined {
  if (url === '') return { code: 'empty', text: 'is empty' };
  // One letter and a colon is a drive of Windows.
  const scheme = /^[a-z][a-z\d+.-]+:/i.exec(url.slice(0, SHOWN_CHARS))?.[0].toLowerCase();
  const shown = url.slice(0, SHOWN_CHARS);
  if (scheme === undefined) return { code: 'format', text: 'is no full address, which starts with https://', actual: shown };
  if (scheme !== 'https:' && scheme !== 'http:')
    return { code: 'format', text: `starts with ${scheme}, and not with https: or http:`, actual: scheme };
  const host = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/]*\]|[^/?#:\s]+)/i.exec(url.slice(0, 300))?.[1];
  if (host === undefined) return { code: 'format', text: 'names no host', actual: shown };
  if (!LOOPBACK.test(host)) return undefined;
  return { code: 'format', text: `is on ${host}, which only this machine can reach`, actual: host, isLoopback: true };
}
