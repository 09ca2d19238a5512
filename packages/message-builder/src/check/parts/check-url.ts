import { API_ORIGIN, type CheckIssue, type Report } from '../issue.ts';
import { asText, fieldOf } from '../../internal/read.ts';
import { tell } from '../scope.ts';

/** A host that only the machine itself can reach. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

/**
 * Reports an address that nobody can fetch: there is no upload, the service or the phone opens it. A warning, because what the service
 * does about one is not stated.
 */
export function checkUrl(report: Report, path: string, value: unknown): void {
  const url = asText(value);
  if (url === undefined) return;
  const say = (code: CheckIssue['code'], text: string, actual?: string) =>
    tell(report, undefined, { path, code, severity: 'warning', text, ...(actual && { actual }) }, API_ORIGIN);
  // One letter and a colon is a drive of Windows.
  const scheme = /^[a-z][a-z\d+.-]+:/i.exec(url.slice(0, 40))?.[0].toLowerCase();
  const host = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/]*\]|[^/?#:\s]+)/i.exec(url.slice(0, 300))?.[1];
  if (url === '') say('empty', 'is empty');
  else if (scheme === undefined) say('format', 'is no full address, which starts with https://', url.slice(0, 40));
  else if (scheme !== 'https:' && scheme !== 'http:') say('format', `starts with ${scheme}, and not with https: or http:`, scheme);
  else if (host === undefined) say('format', 'names no host', url.slice(0, 40));
  else if (LOOPBACK.test(host)) say('format', `is on ${host}, which only this machine can reach`, host);
}

/** The addresses of a file. */
export function checkMediaUrls(report: Report, path: string, media: unknown): void {
  checkUrl(report, `${path}.url`, fieldOf(media, 'url'));
  checkUrl(report, `${path}.thumbnail_url`, fieldOf(media, 'thumbnail_url'));
}
