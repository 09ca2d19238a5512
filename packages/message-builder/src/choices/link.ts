import type { UrlMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { withPostback } from '../internal/with-postback.ts';

/**
 * A choice that opens a web page.
 *
 * @param title Caption of the button.
 * @param url Address of the page, with `https://`.
 * @param postback Comes back where the channel reports taps. Default: made by the service from the message id and the title.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { link } from '@convapi/message-builder';
 *
 * const terms = link('Terms', 'https://example.com/terms');
 * ```
 */
export function link(title: string, url: string, postback?: string): { url_message: UrlMessage; postback_data?: string } {
  return withPostback('link', { url_message: { title: need('link.title', title), url: need('link.url', url) } }, postback);
}
