import type { JSX } from 'preact';

/** One tick or two. */
export function TickMarks({ count }: { count: 1 | 2 }): JSX.Element {
  return (
    <svg class="cvh-tickmarks" viewBox="0 0 18 12" aria-hidden="true">
      <path d={count === 1 ? 'M4 6.5l3.5 3.5L14.5 2' : 'M1 6.5l3.5 3.5L11.5 2M7.5 9.5l.5.5L15.5 2'} />
    </svg>
  );
}
