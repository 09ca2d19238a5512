import type { LocationMessage } from '@convapi/core';
import { type LocationOptions, toLocation } from '../internal/to-location.ts';

/**
 * A message that is a point on the map.
 *
 * @throws {@link MessageError} when a coordinate is not a finite number.
 *
 * @example
 * ```ts
 * import { location } from '@convapi/message-builder';
 *
 * const message = location({ title: 'Our shop', label: 'Sveavägen 1', latitude: 59.3346, longitude: 18.0632 });
 * ```
 */
export function location(options: LocationOptions): { location_message: LocationMessage } {
  return { location_message: toLocation('location', options) };
}
