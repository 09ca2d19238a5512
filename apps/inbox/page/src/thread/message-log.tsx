import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ConversationView, MessageView } from '../../../src/api/contract.ts';
import type { Composer } from '../compose/composer.ts';
import type { Thread } from '../state/thread.ts';
import { count, dayOf } from '../state/words.ts';
import { MessageRow } from './message-row.tsx';

interface MessageLogProps {
  thread: Thread;
  composer: Composer;
  view: ConversationView;
}

/** So near to the end one looks at the newest. */
const NEAR_END_PX = 48;

/** So near to the start the earlier messages are read. */
const NEAR_START_PX = 160;

/** The messages, from the oldest to the newest. It stays with the newest, or with what one reads above. */
export function MessageLog({ thread, composer, view }: MessageLogProps): JSX.Element {
  const messages = thread.messages.value;
  const { box, isAtEnd, unseen, toEnd, onScroll } = useScroll(thread, messages);
  const firstUnread = useFirstUnread(messages, view.unread);
  // what is on its way is not known to the inbox yet: it counts from what the contact wrote
  const newest = messages.findLast(({ direction }) => direction === 'in');
  useEffect(() => {
    const read = (): void => {
      // what nobody has looked at stays unread
      if (view.unread > 0 && newest && isAtEnd.value && document.visibilityState === 'visible') void thread.markRead(newest.id);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [newest?.id, isAtEnd.value, view.unread]);
  return (
    <div class="log-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="log" ref={box} role="log" aria-label="Messages" aria-relevant="additions" tabIndex={0} onScroll={onScroll}>
        {thread.hasEarlier.value && (
          <button type="button" class="button small earlier" onClick={() => void thread.loadEarlier()}>
            Show earlier messages
          </button>
        )}
        <ol>
          {messages.map((message, index) => (
            <LogEntry
              key={message.id}
              thread={thread}
              composer={composer}
              view={view}
              message={message}
              before={messages[index - 1]}
              isFirstUnread={message.id === firstUnread}
            />
          ))}
        </ol>
      </div>
      {unseen.value > 0 && (
        <button type="button" class="button small new-pill" onClick={toEnd}>
          {count(unseen.value, 'new message')} ↓
        </button>
      )}
    </div>
  );
}

interface LogEntryProps extends MessageLogProps {
  message: MessageView;
  before: MessageView | undefined;
  isFirstUnread: boolean;
}

function LogEntry({ message, before, isFirstUnread, ...rest }: LogEntryProps): JSX.Element {
  const day = dayOf(message.at);
  return (
    <>
      {(before === undefined || dayOf(before.at) !== day) && <li class="day">{day}</li>}
      {isFirstUnread && <li class="unread-line">New</li>}
      <MessageRow {...rest} message={message} isGrouped={before !== undefined && isSameSide(before, message)} />
    </>
  );
}

function isSameSide(a: MessageView, b: MessageView): boolean {
  return a.direction === b.direction && a.authorId === b.authorId && a.channel === b.channel;
}

/** The first message that was unread when the conversation was opened: it stays marked while one reads on. */
function useFirstUnread(messages: readonly MessageView[], unread: number): string | undefined {
  const found = useRef<string | undefined | null>(null);
  if (found.current === null && messages.length > 0) {
    const inbound = messages.filter(({ direction }) => direction === 'in');
    found.current = unread === 0 ? undefined : inbound[Math.max(0, inbound.length - unread)]?.id;
  }
  return found.current ?? undefined;
}

function useScroll(thread: Thread, messages: readonly MessageView[]) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useSignal(true);
  const unseen = useSignal(0);
  const before = useRef({ first: '', last: '', heightPx: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const old = before.current;
    const first = messages[0]?.id ?? '';
    const last = messages.at(-1)?.id ?? '';
    const added = last === old.last ? 0 : messages.length - 1 - messages.findIndex(({ id }) => id === old.last);
    if (isAtEnd.value || messages.at(-1)?.status === 'sending') element.scrollTop = element.scrollHeight;
    // earlier ones came above: what one reads stays where it is
    else if (first !== old.first && last === old.last) element.scrollTop += element.scrollHeight - old.heightPx;
    if (isAtEnd.value) unseen.value = 0;
    else if (old.last !== '') unseen.value += added;
    before.current = { first, last, heightPx: element.scrollHeight };
  }, [messages]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // pictures load, the field grows: who was at the end stays there
    const observer = new ResizeObserver(() => {
      if (isAtEnd.value) element.scrollTop = element.scrollHeight;
      before.current.heightPx = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return {
    box,
    isAtEnd,
    unseen,
    toEnd: () => box.current?.scrollTo({ top: box.current.scrollHeight }),
    onScroll: () => {
      const element = box.current;
      // it grew, and nobody scrolled: the observer puts it right
      if (!element || element.scrollHeight !== before.current.heightPx) return;
      isAtEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      if (isAtEnd.value) unseen.value = 0;
      if (element.scrollTop < NEAR_START_PX && !isAtEnd.value) void thread.loadEarlier();
    },
  };
}
