import type { LocationMessage } from '@convapi/core';
import { need } from './need.ts';
import { refuse } from './refuse.ts';
import { type Fields, toWireWith } from './to-wire.ts';

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

const FIELDS: Fields<LocationOptions, LocationMessage> = {
  title(location, title, path) {
    location.title = need(path, title);
  },
  latitude({ coordinates }, latitude, path) {
    coordinates.latitude = toDegrees(path, latitude);
  },
  longitude({ coordinates }, longitude, path) {
    coordinates.longitude = toDegrees(path, longitude);
  },
  label(location, label, path) {
    location.label = need(path, label);
  },
};

/** The wire form of a point on the map. */
export function toLocation(builder: string, options: LocationOptions): LocationMessage {
  const empty = { title: '', coordinates: { latitude: 0, longitude: 0 } };
  return toWireWith(builder, options, FIELDS, empty, ['title', 'latitude', 'longitude']);
}

/** JSON has no NaN: it would leave as `null`, or as 0 further on. */
function toDegrees(path: string, value: number): number {
  const wanted = 'decimal degrees, e.g. 59.3293';
  if (!Number.isFinite(need(path, value, 'number', wanted))) refuse(path, `is ${value}`, `Pass ${wanted}.`);
  return value;
}
