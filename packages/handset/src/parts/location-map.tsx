import type { LocationPart } from '@convapi/message-builder';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';

/** A place on a map that is drawn, and the same for every place: nothing is fetched. */
export function LocationMap({ part, children }: { part: LocationPart; children?: ComponentChildren }): JSX.Element {
  const { title, label, latitude, longitude } = part;
  const point = latitude === undefined || longitude === undefined ? 'no coordinates' : `${latitude}, ${longitude}`;
  return (
    <div class="cvh-location">
      <div class="cvh-map" role="img" aria-label={`Map, ${point}`}>
        <svg viewBox="0 0 260 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path class="cvh-map-water" d="M0 84c40-14 70 18 120 6s90-4 140-22v52H0z" />
          <path class="cvh-map-park" d="M18 14h58v34H18zM176 18h62v30h-62z" />
          <path class="cvh-map-street" d="M0 58h260M92 0v120M160 0v120M0 8l92 50M160 58l100 40" />
        </svg>
        <Icon name="pin" />
      </div>
      <div class="cvh-card-words" dir="auto">
        {title === '' ? null : <p class="cvh-bold">{title}</p>}
        {label === undefined ? null : <p>{label}</p>}
        <p class="cvh-pale">{point}</p>
        {children}
      </div>
    </div>
  );
}
