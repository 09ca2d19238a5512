import type { SwitchView } from '../../content/to-delivery.ts';
import type { MessageView } from '../../views.ts';
import { renderContent } from './bubble.ts';
import { el } from './dom.ts';
import { channelName, statusWords, timeOf } from './words.ts';

/** What can be done with a message that did not arrive. */
export interface MessageActions {
  retry(message: MessageView): Promise<void>;
  /** Puts its text back where answers are written. */
  takeBack(message: MessageView): void;
}

/** One message with what is known about its delivery. */
export function renderMessage(message: MessageView, on: MessageActions): HTMLElement {
  const { direction, status, content, replyTo, switches } = message;
  const who = el('span', 'sr-only', direction === 'in' ? 'Contact: ' : 'You: ');
  const parts = [who, ...renderContent(content, replyTo), ...switches.map(renderSwitch)];
  if (message.reason) parts.push(renderReason(message.reason));
  const meta = renderMeta(message);
  if (isBad(status) && !message.resent) {
    const edit = content.kind === 'text' ? button('Edit', () => on.takeBack(message)) : undefined;
    meta.append(
      el(
        'span',
        'again',
        retryButton(() => on.retry(message)),
        edit,
      ),
    );
  }
  return el('li', `message ${direction} ${status}`, ...parts, meta);
}

function isBad(status: MessageView['status']): boolean {
  return status === 'failed' || status === 'unsent' || status === 'unsure';
}

function renderMeta({ at, channel, status, resent }: MessageView): HTMLElement {
  const time = el('time', '', timeOf(at));
  time.dateTime = at;
  const badge = channel === '' ? undefined : el('span', 'badge', channelName(channel));
  const words = resent ? `${statusWords(status)}, sent again` : statusWords(status);
  const tick = status === 'received' ? undefined : el('span', `tick ${isBad(status) ? 'bad' : status}`, words);
  return el('div', 'meta', badge, time, tick);
}

function renderSwitch({ from, to, reason }: SwitchView): HTMLElement {
  const next = to === '' ? 'next channel' : channelName(to);
  const note = el('div', 'note', `${channelName(from)} failed: ${reason.text} → ${next} `, codeOf(reason.code));
  note.title = reason.detail;
  return note;
}

function renderReason({ code, text, detail }: NonNullable<MessageView['reason']>): HTMLElement {
  return el('div', 'note bad', [text, detail].filter((part) => part !== '').join(' — '), ' ', codeOf(code));
}

function retryButton(onClick: () => Promise<void>): HTMLElement {
  const retry = button('Send again', () => {
    retry.disabled = true;
    // When it fails for the same reason the message looks as before, and this button stays.
    void onClick().finally(() => {
      retry.disabled = false;
    });
  });
  return retry;
}

function button(words: string, onClick: () => void): HTMLButtonElement {
  const element = el('button', 'plain', words);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

/** The service's own name of a reason, to look it up or search for it. */
function codeOf(code: string): HTMLElement | undefined {
  return code === '' ? undefined : el('code', '', code);
}
