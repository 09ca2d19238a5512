import type { ReactionPart } from '@convapi/message-builder';
import type { ChannelLook } from '../channel-look.ts';
import { dayText, timeText } from '../internal/time-text.ts';
import type { EntryReaction, ThreadEntry } from '../thread-entry.ts';

/** A quieter time than this is told by a line with the time. */
const GAP_MS = 30 * 60 * 1000;

/** A line of a thread: a message, or the date between two. */
export type ThreadRow =
  | { kind: 'gap'; key: string; text: string }
  | { kind: 'entry'; key: string; entry: ThreadEntry; isFirst: boolean; isLast: boolean };

/** The lines of a thread from top to bottom. Reactions go to the message that they are on; neighbours of one side are a group. */
export function toRows(entries: readonly ThreadEntry[], look: ChannelLook): ThreadRow[] {
  const shown = withReactions(entries);
  const rows: ThreadRow[] = [];
  shown.forEach((entry, index) => {
    const before = shown[index - 1];
    const after = shown[index + 1];
    const text = gapText(entry, before, look);
    if (text !== '') rows.push({ kind: 'gap', key: `gap ${entry.id}`, text });
    rows.push({
      kind: 'entry',
      key: entry.id,
      entry,
      isFirst: text !== '' || !isSameSide(entry, before),
      isLast: !isSameSide(entry, after) || (after !== undefined && gapText(after, entry, look) !== ''),
    });
  });
  return rows;
}

function isSameSide(entry: ThreadEntry, other: ThreadEntry | undefined): boolean {
  return other !== undefined && other.rendered.direction === entry.rendered.direction;
}

function gapText({ time }: ThreadEntry, before: ThreadEntry | undefined, { gap }: ChannelLook): string {
  const day = dayText(time);
  if (day === '' || (gap === 'day' && day === dayText(before?.time))) return '';
  if (gap === 'day') return day;
  const quietMs = Date.parse(time ?? '') - Date.parse(before?.time ?? '');
  return quietMs < GAP_MS ? '' : `${day}, ${timeText(time)}`;
}

/** Without those that only put an emoji on another: that one has it. */
function withReactions(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const ids = new Set(entries.map(({ id }) => id));
  const added = new Map<string, EntryReaction[]>();
  const shown: ThreadEntry[] = [];
  for (const entry of entries) {
    const reaction = reactionOf(entry);
    if (reaction === undefined || !ids.has(reaction.messageId)) {
      shown.push(entry);
      continue;
    }
    const { direction } = entry.rendered;
    // one reaction of each side: a newer one replaces it, an empty one takes it off
    const others = (added.get(reaction.messageId) ?? []).filter((one) => one.direction !== direction);
    added.set(reaction.messageId, reaction.removed ? others : [...others, { emoji: reaction.emoji, direction }]);
  }
  return shown.map((entry) => {
    const more = added.get(entry.id);
    return more === undefined ? entry : { ...entry, reactions: [...(entry.reactions ?? []), ...more] };
  });
}

function reactionOf({ rendered }: ThreadEntry): ReactionPart | undefined {
  const [part] = rendered.parts;
  return rendered.parts.length === 1 && part?.kind === 'reaction' ? part : undefined;
}
