import type { EntryStatus, ThreadEntry } from '@convapi/handset';
import { type ConversationEntry, type RenderChannel, render } from '@convapi/message-builder';
import type { HandsetEntryView, HandsetStatus } from './wire.ts';

const STATUSES: Readonly<Record<HandsetStatus, EntryStatus>> = {
  QUEUED_ON_CHANNEL: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  RECEIVED: 'delivered',
  FAILED: 'failed',
};

/** What a phone got and wrote, as it is drawn. */
export function toThread(entries: readonly HandsetEntryView[]): ThreadEntry[] {
  const earlier: Record<string, ConversationEntry> = {};
  return entries.map((entry) => {
    const message = toConversationEntry(entry);
    const rendered = drawnOnce(entry, () =>
      render(message, entry.channel as RenderChannel, {
        earlier,
        properties: entry.channel_properties,
        ...(entry.sender
          ? { sender: { name: entry.sender.name, ...(entry.sender.picture_url ? { pictureUrl: entry.sender.picture_url } : {}) } }
          : {}),
      }),
    );
    earlier[entry.message_id] = message;
    return {
      id: entry.message_id,
      rendered,
      status: STATUSES[entry.status],
      failure: entry.reason?.description || entry.reason?.code,
      time: entry.time,
      readTime: entry.read_at,
      reactions: entry.reactions?.map(({ from, emoji }) => ({
        emoji,
        direction: from === 'contact' ? ('TO_APP' as const) : ('TO_CONTACT' as const),
      })),
    };
  });
}

function toConversationEntry({ direction, message }: HandsetEntryView): ConversationEntry {
  return (direction === 'TO_APP' ? { contact_message: message } : { app_message: message }) as ConversationEntry;
}

/** A message does not change after it came: what it looks like is worked out once, however often a tick changes. */
const drawn = new WeakMap<object, ReturnType<typeof render>>();

function drawnOnce({ message }: HandsetEntryView, draw: () => ReturnType<typeof render>): ReturnType<typeof render> {
  const known = drawn.get(message);
  if (known) return known;
  const made = draw();
  drawn.set(message, made);
  return made;
}
