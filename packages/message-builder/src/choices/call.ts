import type { CallMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { withPostback } from '../internal/with-postback.ts';

/**
 * A choice that dials a number.
 *
 * @param title Caption of the button.
 * @param phoneNumber E.164, with the leading `+`.
 * @param postback Comes back where the channel reports taps. Default: made by the service from the message id and the title.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { call } from '@convapi/message-builder';
 *
 * const support = call('Call us', '+46701234567');
 * ```
 */
export function call(title: string, phoneNumber: string, postback?: string): { call_message: CallMessage; postback_data?: string } {
  return withPostback(
    'call',
    { call_message: { title: need('call.title', title), phone_number: need('call.phoneNumber', phoneNumber) } },
    postback,
  );
}
