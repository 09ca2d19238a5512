import type { JSX } from 'preact';
import { TextField } from '../../ui/field.tsx';
import type { Draft } from '../draft.ts';
import type { ProblemAt } from '../problem-finder.ts';

interface PlaceFieldsProps {
  place: Draft['place'];
  problemAt: ProblemAt;
  onChange(place: Draft['place']): void;
}

export function PlaceFields({ place, problemAt, onChange }: PlaceFieldsProps): JSX.Element {
  const field = (name: keyof Draft['place'], label: string, wire: string): JSX.Element => (
    <TextField
      label={label}
      value={place[name]}
      problem={problemAt(`place.${name}`, wire)}
      onInput={(value) => onChange({ ...place, [name]: value })}
    />
  );
  return (
    <>
      {field('title', 'Title', 'location_message.title')}
      {field('label', 'Second line (optional)', 'location_message.label')}
      <div class="two">
        {field('latitude', 'Latitude', 'location_message.coordinates.latitude')}
        {field('longitude', 'Longitude', 'location_message.coordinates.longitude')}
      </div>
    </>
  );
}
