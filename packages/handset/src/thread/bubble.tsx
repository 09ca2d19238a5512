import type { RenderedCard, RenderedPart } from '@convapi/message-builder';
import type { ComponentChildren, JSX } from 'preact';
import { Card } from '../parts/card.tsx';
import { Carousel } from '../parts/carousel.tsx';
import { ChoiceRows } from '../parts/choice-rows.tsx';
import { ContactCard } from '../parts/contact-card.tsx';
import { InlineKeys } from '../parts/inline-keys.tsx';
import { ListCard } from '../parts/list-card.tsx';
import { LocationMap } from '../parts/location-map.tsx';
import { MediaBox } from '../parts/media-box.tsx';
import { PayloadCard } from '../parts/payload-card.tsx';
import { StyledText } from '../parts/styled-text.tsx';
import { TemplateCard } from '../parts/template-card.tsx';
import { isFewEmoji, TextBubble } from './text-bubble.tsx';
import type { Block } from './to-blocks.ts';

interface BubbleProps {
  block: Block;
  entryId: string;
  /** Of an entry whose drawing is a guess: the outline says so. */
  isUnsure: boolean;
  /** Above the words, such as a quote. */
  head?: ComponentChildren;
  /** Time and ticks, in the last bubble of a message. */
  meta?: ComponentChildren;
  /** Beside the bubble. */
  beside?: ComponentChildren;
}

/** One bubble of a message, with the choices that hang on it. */
export function Bubble({ block, entryId, isUnsure, head, meta, beside }: BubbleProps): JSX.Element {
  const { part, joined, inline } = block;
  const cards = cardsOf(part);
  if (cards !== undefined) {
    return (
      <>
        <Carousel cards={cards} entryId={entryId} />
        {beside ?? (meta && <span class="cvh-loose-meta">{meta}</span>)}
        <InlineKeys choices={[...joined, ...inline]} entryId={entryId} />
      </>
    );
  }
  const classes = ['cvh-bubble', `cvh-bubble-${part?.kind ?? 'choices'}`];
  if (isPicture(part)) classes.push('cvh-bare');
  if (isPicture(part) || part?.kind === 'location' || part?.kind === 'card' || isFewEmoji(part)) classes.push('cvh-tailless');
  if (isUnsure) classes.push('cvh-unsure');
  return (
    <div class="cvh-block">
      <div class="cvh-bubble-line">
        <div class={classes.join(' ')}>
          {head}
          {part === undefined ? null : <PartView part={part} entryId={entryId} meta={meta} />}
          <ChoiceRows choices={joined} entryId={entryId} />
        </div>
        {beside}
      </div>
      <InlineKeys choices={inline} entryId={entryId} />
    </div>
  );
}

/** A picture or a film without words. */
function isPicture(part: RenderedPart | undefined): boolean {
  return part?.kind === 'media' && part.caption === undefined && ['image', 'video', 'sticker'].includes(part.media);
}

/** The cards of a row, which stand free on the screen. */
function cardsOf(part: RenderedPart | undefined): readonly RenderedCard[] | undefined {
  if (part?.kind === 'carousel') return part.cards;
  const isRow = part?.kind === 'payload' && part.order === undefined && part.cards !== undefined && part.cards.length > 1;
  return isRow ? part.cards : undefined;
}

function PartView({ part, entryId, meta }: { part: RenderedPart; entryId: string; meta: ComponentChildren }): JSX.Element | null {
  switch (part.kind) {
    case 'text':
      return <TextBubble part={part}>{meta}</TextBubble>;
    case 'media':
      return (
        <>
          <MediaBox media={part} />
          {part.caption === undefined ? (
            meta
          ) : (
            <div class="cvh-text" dir="auto">
              <p class="cvh-words">
                <StyledText text={part.caption} spans={part.spans?.caption} />
                {meta}
              </p>
            </div>
          )}
        </>
      );
    case 'card':
      return (
        <Card card={part} entryId={entryId}>
          {meta}
        </Card>
      );
    case 'location':
      return <LocationMap part={part}>{meta}</LocationMap>;
    case 'list':
      return (
        <ListCard part={part} entryId={entryId}>
          {meta}
        </ListCard>
      );
    default:
      return (
        <>
          <OtherPart part={part} entryId={entryId} />
          {meta}
        </>
      );
  }
}

function OtherPart({ part, entryId }: { part: RenderedPart; entryId: string }): JSX.Element | null {
  switch (part.kind) {
    case 'contact':
      return <ContactCard part={part} />;
    case 'template':
      return <TemplateCard part={part} />;
    case 'payload':
      return <PayloadCard part={part} entryId={entryId} />;
    case 'reaction':
      return (
        <p class="cvh-words">{part.removed ? 'Took a reaction off an earlier message' : `Reacted ${part.emoji} to an earlier message`}</p>
      );
    default:
      return null;
  }
}
