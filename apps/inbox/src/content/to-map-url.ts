import { toWire } from './wire.ts';

/** A link to a place on a map; empty when there are no coordinates. */
export function toMapUrl(coordinates: unknown): string {
  const { latitude, longitude } = toWire(coordinates);
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return '';
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
}
