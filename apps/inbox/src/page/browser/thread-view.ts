import type { ConversationView, MessageView } from '../../views.ts';
import { byId, el } from './dom.ts';
import { renderMessage } from './message-view.ts';
import { createReconciler } from './reconcile.ts';
import { channelName, dayOf } from './words.ts';

const NEAR_BOTTOM_PX = 80;

type Row = MessageView | { id: string; day: string };

/** The open conversation on the page. */
export interface ThreadView {
  showNobody(): void;
  showHead(conversation: ConversationView): void;
  /** `jump` goes to the newest message, as on opening and after sending. */
  showMessages(messages: readonly MessageView[], hasEarlier: boolean, jump: boolean): void;
}

/** Draws the open conversation. */
export function createThreadView(on: { retry(id: string): Promise<void>; earlier(): void }): ThreadView {
  const scroll = byId('scroll');
  const list = byId('messages');
  const newer = byId('newer');
  const reconcile = createReconciler<Row>(list, (row) => ('day' in row ? el('li', 'day', row.day) : renderMessage(row, on.retry)));
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

  return {
    showNobody() {
      byId('thread-empty').hidden = false;
      byId('thread-open').hidden = true;
    },
    showHead({ name, addresses }) {
      byId('thread-empty').hidden = true;
      byId('thread-open').hidden = false;
      const bdi = el('bdi', '', name);
      byId('name').replaceChildren(bdi);
      byId('addresses').replaceChildren(
        ...addresses.map(({ channel, identity }) => el('span', '', `${channelName(channel)} `, el('bdi', '', identity))),
      );
    },
    showMessages(messages, hasEarlier, jump) {
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
