import type { ConversationView } from '../../views.ts';
import { byId, el } from './dom.ts';
import { createReconciler } from './reconcile.ts';
import { channelName, shortTime } from './words.ts';

/** The list of conversations; the function given back shows another state of it. */
export function createListView(): (conversations: readonly ConversationView[], openId: string | undefined) => void {
  const reconcile = createReconciler<ConversationView & { current: boolean; when: string }>(byId('conversations'), renderItem);
  return (conversations, openId) => {
    const isEmpty = conversations.length === 0;
    byId('list-empty').hidden = !isEmpty;
    // To choose one there must be one.
    byId('thread-empty').classList.toggle('blank', isEmpty && openId === undefined);
    reconcile(conversations.map((item) => ({ ...item, current: item.id === openId, when: shortTime(item.last.at) })));
    const unread = conversations.reduce((sum, item) => sum + item.unread, 0);
    document.title = unread > 0 ? `(${unread}) Inbox` : 'Inbox';
  };
}

function renderItem(item: ConversationView & { current: boolean; when: string }): HTMLElement {
  const { id, name, channel, unread, last, current, when } = item;
  const time = el('time', '', when);
  time.dateTime = last.at;
  const top = el('span', 'line', isolate('name', name), time);
  const failed = last.status === 'failed' || last.status === 'unsent' || last.status === 'unsure';
  const words = failed ? 'Not delivered: ' : last.direction === 'out' ? 'You: ' : '';
  const preview = el('span', `preview${failed ? ' failed' : ''}`, words, words === '' ? last.preview : isolate('', last.preview));
  // So that a text from right to left is cut at its end, not at its start.
  preview.dir = 'auto';
  const count = unread > 0 ? el('span', 'count', String(unread), el('span', 'sr-only', ' unread')) : undefined;
  const link = el(
    'a',
    unread > 0 ? 'unread' : '',
    face(name),
    top,
    el('span', 'line', preview, el('span', 'badge', channelName(channel)), count),
  );
  link.href = `#/c/${encodeURIComponent(id)}`;
  if (current) link.setAttribute('aria-current', 'true');
  return el('li', '', link);
}

/** Names and texts in another direction must not turn their surroundings around. */
function isolate(className: string, text: string): HTMLElement {
  const element = el('bdi', className, text);
  element.dir = 'auto';
  return element;
}

function face(name: string): HTMLElement {
  // The first character as a person sees it: an emoji can be many code points.
  const first = new Intl.Segmenter().segment(name)[Symbol.iterator]().next().value?.segment ?? '';
  const element = el('span', 'face', /[\p{L}\p{Extended_Pictographic}]/u.test(first) ? first.toUpperCase() : '#');
  element.setAttribute('aria-hidden', 'true');
  return element;
}
