import type { ShareLocationMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { withPostback } from '../internal/with-postback.ts';

/**
 * A choice that asks the contact to send where they are.
 *
 * @param title Caption of the button.
 * @param fallbackUrl Page to open where the channel cannot ask for a position.
 * @param postback Comes back where the channel reports taps. Default: made by the service from the message id and the title.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { askLocation } from '@convapi/message-builder';
 *
 * const where = askLocation('Send my location', 'https://example.com/where');
 * ```
 */
export function askLocation(
  title: string,
  fallbackUrl: string,
  postback?: string,
): { share_location_message: ShareLocationMessage; postback_data?: string } {
  return withPostback(
    'askLocation',
    { share_location_message: { title: need('askLocation.title', title), fallback_url: need('askLocation.fallbackUrl', fallbackUrl) } },
    postback,
  );
}
