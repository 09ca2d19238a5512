import { asText, fieldOf } from '../../internal/read.ts';
import { urlFault } from '../../rules/urls.ts';
import { API_ORIGIN, type Report } from '../issue.ts';
import { tell } from '../scope.ts';

/**
 * Reports an address that nobody can fetch: there is no upload, the service or the phone opens it. A warning, because what the service
 * does about one is not stated.
 */
export function checkUrl(report: Report, path: string, value: unknown): void {
  const url = asText(value);
  const fault = url === undefined ? undefined : urlFault(url);
  if (fault === undefined) return;
  const { code, text, actual } = fault;
  tell(report, undefined, { path, code, severity: 'warning', text, ...(actual !== undefined && { actual }) }, API_ORIGIN);
}

/** The addresses of a file. */
export function checkMediaUrls(report: Report, path: string, media: unknown): void {
  checkUrl(report, `${path}.url`, fieldOf(media, 'url'));
  checkUrl(report, `${path}.thumbnail_url`, fieldOf(media, 'thumbnail_url'));
}
