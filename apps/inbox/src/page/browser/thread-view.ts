import type { ConversationView, MessageView } from '../../views.ts';
import { byId, el } from './dom.ts';
import { type MessageActions, renderMessage } from './message-view.ts';
import { createReconciler } from './reconcile.ts';
import { channelName, dayOf } from './words.ts';

const NEAR_BOTTOM_PX = 80;

type Row = MessageView | { id: string; day: string };

/** What is shown of a conversation, all of it of the same one. */
export interface Thread {
  conversation: ConversationView;
  messages: readonly MessageView[];
  hasEarlier: boolean;
}

/** The open conversation on the page. */
export interface ThreadView {
  /** Takes what was shown away and says why there is nothing. */
  showNote(title: string, words: string): void;
  /** Takes what was shown away while another conversation loads. */
  showLoading(): void;
  /** `jump` goes to the newest message, as on opening and after sending. */
  show(thread: Thread, jump: boolean): void;
}

/** Draws the open conversation. */
export function createThreadView(on: MessageActions & { earlier(): void }): ThreadView {
  const scroll = byId('scroll');
  const list = byId('messages');
  const newer = byId('newer');
  const reconcile = createReconciler<Row>(list, (row) => ('day' in row ? el('li', 'day', row.day) : renderMessage(row, on)));
  let newest = '';
  let atBottom = true;

  byId('earlier').addEventListener('click', on.earlier);
  newer.addEventListener('click', toBottom);
  scroll.addEventListener('scroll', () => {
    atBottom = isNearBottom();
    if (atBottom) newer.hidden = true;
  });
  // Whoever reads the newest message goes on seeing it when the form below grows.
  new ResizeObserver(() => atBottom && toBottom()).observe(scroll);

  function isNearBottom(): boolean {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_BOTTOM_PX;
  }

  function toBottom(): void {
    scroll.scrollTop = scroll.scrollHeight;
    newer.hidden = true;
    atBottom = true;
  }

  function clear(title: string, words: string, isLoading: boolean): void {
    const note = byId('thread-empty');
    note.hidden = false;
    note.classList.toggle('loading', isLoading);
    byId('note-title').textContent = title;
    byId('note-words').textContent = words;
    byId('thread-open').hidden = true;
    byId('name').replaceChildren();
    byId('addresses').replaceChildren();
    reconcile([]);
    newest = '';
    atBottom = true;
    newer.hidden = true;
  }

  function showHead({ name, addresses }: ConversationView): void {
    byId('thread-empty').hidden = true;
    byId('thread-open').hidden = false;
    byId('name').replaceChildren(el('bdi', '', name));
    byId('addresses').replaceChildren(
      ...addresses.map(({ channel, identity }) => el('span', '', `${channelName(channel)} `, el('bdi', '', identity))),
    );
  }

  function showMessages(messages: readonly MessageView[], hasEarlier: boolean, jump: boolean): void {
    const stay = !jump && !atBottom;
    const fromBottom = scroll.scrollHeight - scroll.scrollTop;
    const last = messages.at(-1)?.id ?? '';
    const isEarlier = last === newest;
    // A whole thread at once is for reading, not for a screen reader to announce.
    scroll.setAttribute('aria-live', jump ? 'off' : 'polite');
    reconcile(withDays(messages));
    byId('earlier').hidden = !hasEarlier;
    if (!stay) toBottom();
    else if (isEarlier) scroll.scrollTop = scroll.scrollHeight - fromBottom;
    else newer.hidden = false;
    newest = last;
  }

  return {
    showNote: (title, words) => clear(title, words, false),
    showLoading: () => clear('Loading…', '', true),
    show({ conversation, messages, hasEarlier }, jump) {
      showHead(conversation);
      showMessages(messages, hasEarlier, jump);
    },
  };
}

function withDays(messages: readonly MessageView[]): Row[] {
  let current = '';
  return messages.flatMap((message): Row[] => {
    const day = dayOf(message.at);
    if (day === current) return [message];
    current = day;
    return [{ id: `day-${day}`, day }, message];
  });
}
