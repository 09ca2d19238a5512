import type { LocationMessage } from '@convapi/core';
import { refuse } from './refuse.ts';

/** A point on the map. */
export interface LocationOptions {
  /** Name of the place; the text before the link on channels without maps. As a choice, the caption of the button. */
  title: string;
  /** Degrees north, -90 to 90. */
  latitude: number;
  /** Degrees east, -180 to 180. */
  longitude: number;
  /** Second name of the place: the address line on WhatsApp, the button on RCS and Messenger. */
  label?: string | undefined;
}

/** The wire form of a point on the map. */
export function toLocation(options: LocationOptions): LocationMessage {
  const { title, latitude, longitude, label } = options;
  checkDegrees('latitude', latitude);
  checkDegrees('longitude', longitude);
  const coordinates = { latitude, longitude };
  return label === undefined ? { title, coordinates } : { title, coordinates, label };
}

/** JSON has no NaN: it would leave as `null`, or as 0 further on. */
function checkDegrees(name: string, value: unknown): void {
  if (Number.isFinite(value)) return;
  const found = typeof value === 'number' ? String(value) : typeof value;
  refuse(`location_message.coordinates.${name}`, `is ${found}, not a finite number`, 'Pass decimal degrees, e.g. 59.3293.');
}
