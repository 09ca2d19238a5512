import { asText, fieldOf } from '../../internal/read.ts';
import { extensionOf } from '../../rules/file-name.ts';
import { oddFile } from '../../rules/media-files.ts';
import { checkLength } from '../check-length.ts';
import { type Scope, tell } from '../scope.ts';

/** A file by URL, on a channel that shows files. Its name is all there is to go by, so that what is found is a warning. */
export function checkMedia(scope: Scope, path: string, media: unknown): void {
  const url = asText(fieldOf(media, 'url'));
  if (url === undefined) return;
  const { channel, limits, report } = scope;
  const at = `${path}.url`;
  const odd = oddFile(channel, extensionOf(url));
  if (odd !== undefined) {
    const { kind, extension, shown } = odd;
    const limit = shown.length === 0 ? `no ${kind}` : shown.join(', ');
    const shows = shown.length === 0 ? `shows no ${kind} file` : `shows ${kind} files that are ${limit}`;
    const text = `ends in .${extension}, and ${channel} ${shows}`;
    tell(report, channel, { path: at, code: 'media_type', severity: 'warning', limit, actual: extension, text }, limits.media);
  }
  checkLength(scope, at, url, limits.mediaUrlChars);
  if (channel === 'LINE' && /^http:/i.test(url)) {
    const text = 'starts with http:, and LINE takes https: only';
    tell(report, channel, { path: at, code: 'media_type', severity: 'warning', limit: 'https', actual: 'http', text }, limits.media);
  }
}
