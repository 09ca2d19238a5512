import { type Json, recordOf } from './read.ts';

const MAP = 'https://www.google.com/maps/search/?api=1&query=';

/** A point as the service keeps it. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The point of a location, or undefined where a coordinate is missing or no number. */
export function pointOf(location: Json): Point | undefined {
  const coordinates = recordOf(location.coordinates);
  const latitude = degreesOf(coordinates.latitude);
  const longitude = degreesOf(coordinates.longitude);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** The map that stands for a location in text. */
export function mapLink(point: Point): string {
  return `${MAP}${point.latitude},${point.longitude}`;
}

function degreesOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? toFloat32(value) : undefined;
}

/**
 * The service keeps coordinates as 32-bit floats, and prints the fewest digits that still mean the same float: 55.610479 becomes 55.610477.
 * The same number as a double would print as 55.61047744750977.
 */
function toFloat32(value: number): number {
  const float = Math.fround(value);
  if (float === value) return value;
  const size = Math.abs(float);
  for (let scale = 1e4; scale <= 1e15; scale *= 10) {
    const candidate = Math.round(size * scale) / scale;
    if (Math.fround(candidate) === size) return float < 0 ? -candidate : candidate;
  }
  return float;
}
