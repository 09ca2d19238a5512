import type { JSX } from 'preact';
import { initialsOf } from '../state/words.ts';
import { Icon } from './icons.tsx';

const COLOURS = 6;

/** A round face with initials, or a drawing where the name is none. Said by what stands beside it. */
export function Face({ name, seed }: { name: string; seed: string }): JSX.Element {
  const initials = initialsOf(name);
  return (
    <span class={`face face-${colourOf(seed)}`} aria-hidden="true">
      {initials === '' ? <Icon name="person" /> : initials}
    </span>
  );
}

/** The same person has the same colour, everywhere. */
function colourOf(seed: string): number {
  let sum = 0;
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % COLOURS;
}
