import type { LocationMessage } from '@convapi/core';
import { type LocationOptions, toLocation } from '../internal/to-location.ts';
import { withPostback } from '../internal/with-postback.ts';

/**
 * A choice that opens a place on the map.
 *
 * @param postback Comes back where the channel reports taps. Default: made by the service from the message id and the title.
 * @throws {@link MessageError} when a coordinate is not a finite number.
 *
 * @example
 * ```ts
 * import { pin } from '@convapi/message-builder';
 *
 * const shop = pin({ title: 'Find us', label: 'Sveavägen 1', latitude: 59.3346, longitude: 18.0632 });
 * ```
 */
export function pin(options: LocationOptions, postback?: string): { location_message: LocationMessage; postback_data?: string } {
  return withPostback('pin', { location_message: toLocation('pin', options) }, postback);
}
