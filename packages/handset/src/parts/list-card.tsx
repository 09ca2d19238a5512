import type { ListPart } from '@convapi/message-builder';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import { ListSheet } from './list-sheet.tsx';
import { MediaBox } from './media-box.tsx';
import { StyledText } from './styled-text.tsx';

interface ListCardProps {
  part: ListPart;
  entryId: string;
  /** At the end of the words, such as the time. */
  children?: ComponentChildren;
}

/** A menu: its words, and the button that opens its sheet. */
export function ListCard({ part, entryId, children }: ListCardProps): JSX.Element {
  const { openSheet } = usePhone();
  const menu = part.menu === '' ? 'Menu' : part.menu;
  return (
    <div class="cvh-list-card">
      {part.media === undefined ? null : <MediaBox media={part.media} />}
      <div class="cvh-card-words" dir="auto">
        {part.header === undefined ? null : <p class="cvh-bold">{part.header}</p>}
        <p>
          <StyledText text={part.title} spans={part.spans?.title} />
        </p>
        {part.description === undefined ? null : (
          <p class="cvh-card-text">
            <StyledText text={part.description} spans={part.spans?.description} />
          </p>
        )}
        {children}
      </div>
      <div class="cvh-rows">
        <button
          type="button"
          class="cvh-choice cvh-choice-list"
          aria-haspopup="dialog"
          onClick={() => openSheet({ title: menu, content: <ListSheet part={part} entryId={entryId} /> })}
        >
          <Icon name="list" />
          <bdi class="cvh-caption-text">{menu}</bdi>
        </button>
      </div>
    </div>
  );
}
