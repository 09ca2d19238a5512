import type { JSX } from 'preact';
import type { SavedReply } from '../../../../src/api/contract.ts';

const MOST_REPLIES = 8;

/** Saved replies for what was typed after a `/` at the start. */
export function findReplies(replies: readonly SavedReply[], text: string): readonly SavedReply[] {
  const [, typed] = /^\/([\w-]*)$/.exec(text) ?? [];
  if (typed === undefined) return [];
  return replies.filter(({ shortcut }) => shortcut.toLowerCase().startsWith(typed.toLowerCase())).slice(0, MOST_REPLIES);
}

interface ReplyListProps {
  replies: readonly SavedReply[];
  chosen: number;
  onTake(reply: SavedReply): void;
}

export function ReplyList({ replies, chosen, onTake }: ReplyListProps): JSX.Element {
  return (
    <ul class="reply-list" aria-label="Saved replies">
      {replies.map((reply, index) => (
        <li key={reply.id}>
          <button type="button" class={index === chosen ? 'chosen' : ''} onClick={() => onTake(reply)}>
            <b>/{reply.shortcut}</b>
            <span class="cut">{reply.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
