import type { RenderedQuote } from '@convapi/message-builder';
import type { JSX } from 'preact';

/** The earlier message that this one answers. */
export function Quote({ quote, business }: { quote: RenderedQuote; business: string }): JSX.Element {
  return (
    <blockquote class="cvh-quote" dir="auto">
      <span class="cvh-quote-name">{quote.direction === undefined ? 'Answer to' : quote.direction === 'TO_APP' ? 'You' : business}</span>
      <span>{quote.text ?? 'an earlier message'}</span>
    </blockquote>
  );
}
