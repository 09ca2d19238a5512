import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import type { EntryReaction } from '../thread-entry.ts';

const OFFERED = [
  ['👍', 'thumbs up'],
  ['❤️', 'heart'],
  ['😂', 'laughing'],
  ['😮', 'astonished'],
  ['😢', 'sad'],
  ['🙏', 'thanks'],
] as const;

/** The emoji on a message. */
export function Reactions({ reactions, business }: { reactions: readonly EntryReaction[]; business: string }): JSX.Element | null {
  return reactions.length === 0 ? null : (
    <ul class="cvh-reactions" aria-label="Reactions">
      {reactions.map(({ emoji, direction }) => (
        <li key={`${direction} ${emoji}`}>
          {emoji}
          <span class="cvh-hidden"> by {direction === 'TO_APP' ? 'you' : business}</span>
        </li>
      ))}
    </ul>
  );
}

/** Puts an emoji on a message of the business, or takes the own one off. */
export function ReactionPicker({ entryId, own }: { entryId: string; own: string | undefined }): JSX.Element | null {
  const { onReaction } = usePhone();
  const [isOpen, setOpen] = useState(false);
  if (onReaction === undefined) return null;
  const pick = (emoji: string) => {
    setOpen(false);
    onReaction({ entryId, emoji: emoji === own ? '' : emoji });
  };
  return (
    <div class={isOpen ? 'cvh-picker cvh-picker-open' : 'cvh-picker'}>
      <button type="button" class="cvh-react" aria-expanded={isOpen} aria-label="React" onClick={() => setOpen(!isOpen)}>
        <Icon name="smile" />
      </button>
      {isOpen && (
        <div class="cvh-offered" role="group" aria-label="React with">
          {OFFERED.map(([emoji, name]) => (
            <button key={emoji} type="button" aria-label={name} aria-pressed={emoji === own} onClick={() => pick(emoji)}>
              {emoji}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
