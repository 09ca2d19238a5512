import type { RenderedCard } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { Card } from './card.tsx';
import { InlineKeys } from './inline-keys.tsx';

/** A row of cards to swipe, with buttons for those who do not swipe. */
export function Carousel({ cards, entryId }: { cards: readonly RenderedCard[]; entryId: string }): JSX.Element {
  const row = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const go = (index: number) => {
    const target = row.current?.children[index];
    if (target) row.current?.scrollTo({ left: offsetOf(target as HTMLElement), behavior: 'smooth' });
  };
  const follow = () => setCurrent(nearest(row.current));
  return (
    <div class="cvh-carousel" role="group" aria-roledescription="carousel" aria-label={`${cards.length} cards`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <ul class="cvh-carousel-row" ref={row} onScroll={follow} tabIndex={0} aria-label="Cards">
        {cards.map((card, index) => (
          <li key={index} class="cvh-slide" aria-label={`Card ${index + 1} of ${cards.length}`}>
            <Card card={card} entryId={entryId} />
            <InlineKeys choices={card.choices.filter(({ placement }) => placement === 'inline')} entryId={entryId} />
          </li>
        ))}
      </ul>
      {cards.length > 1 && (
        <div class="cvh-carousel-buttons">
          <button
            type="button"
            class="cvh-round-button"
            aria-label="Previous card"
            disabled={current === 0}
            onClick={() => go(current - 1)}
          >
            <Icon name="chevron" />
          </button>
          <span class="cvh-pale" role="status">{`Card ${current + 1} of ${cards.length}`}</span>
          <button
            type="button"
            class="cvh-round-button"
            aria-label="Next card"
            disabled={current === cards.length - 1}
            onClick={() => go(current + 1)}
          >
            <Icon name="next" />
          </button>
        </div>
      )}
    </div>
  );
}

function offsetOf(slide: HTMLElement): number {
  const first = slide.parentElement?.firstElementChild as HTMLElement | null;
  return slide.offsetLeft - (first?.offsetLeft ?? 0);
}

/** The card whose start is nearest to the start of the row; the last one where the row ends. */
function nearest(row: HTMLElement | null): number {
  if (row === null) return 0;
  const slides = [...row.children] as HTMLElement[];
  const ENOUGH_PX = 2;
  if (Math.abs(row.scrollLeft) + row.clientWidth >= row.scrollWidth - ENOUGH_PX) return slides.length - 1;
  const distances = slides.map((slide) => Math.abs(offsetOf(slide) - row.scrollLeft));
  return distances.indexOf(Math.min(...distances));
}
