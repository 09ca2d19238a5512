import type { RenderedCard } from '@convapi/message-builder';
import type { ComponentChildren, JSX } from 'preact';
import { ChoiceRows } from './choice-rows.tsx';
import { MediaBox } from './media-box.tsx';
import { StyledText } from './styled-text.tsx';

/** Choices that stand elsewhere than on the card are not of it. */
const OFF_CARD: readonly string[] = ['docked', 'inline', 'typed'];

/** A card, alone or in a carousel: file, words, and the choices that are rows of it. */
export function Card({ card, entryId, children }: { card: RenderedCard; entryId: string; children?: ComponentChildren }): JSX.Element {
  const { header, title, description, footer, media, height, orientation, alignment, first, spans } = card;
  const side = orientation === 'HORIZONTAL' ? ` cvh-card-horizontal cvh-card-${(alignment ?? 'LEFT').toLowerCase()}` : '';
  const file = media === undefined ? null : <MediaBox media={media} height={orientation === 'HORIZONTAL' ? undefined : height} />;
  const hasWords = [header, title, description, footer].some((words) => words !== undefined) || children !== undefined;
  return (
    <div class={`cvh-card${side}`}>
      {first === 'words' ? null : file}
      <div class="cvh-card-main">
        {hasWords && (
          <div class="cvh-card-words" dir="auto">
            {header === undefined ? null : <p class="cvh-bold">{header}</p>}
            {title === undefined ? null : (
              <p class="cvh-card-title">
                <StyledText text={title} spans={spans?.title} />
              </p>
            )}
            {description === undefined ? null : (
              <p class="cvh-card-text">
                <StyledText text={description} spans={spans?.description} />
              </p>
            )}
            {footer === undefined ? null : <p class="cvh-footer">{footer}</p>}
            {children}
          </div>
        )}
        {first === 'words' ? file : null}
        <ChoiceRows choices={card.choices.filter(({ placement }) => !OFF_CARD.includes(placement))} entryId={entryId} />
      </div>
    </div>
  );
}
