import type { MediaProperties } from '@convapi/core';
import { type MediaSource, toMedia } from '../internal/to-media.ts';

/**
 * A message that is one image, video, audio file or document.
 *
 * @param source Public URL of the file, or an object that also has `thumbnailUrl` or `filenameOverride`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { media } from '@convapi/message-builder';
 *
 * const photo = media('https://example.com/parcel.jpg');
 * const invoice = media({ url: 'https://example.com/i/17', filenameOverride: 'invoice-17.pdf' });
 * ```
 */
export function media(source: MediaSource): { media_message: MediaProperties } {
  return { media_message: toMedia('media.source', source) };
}
