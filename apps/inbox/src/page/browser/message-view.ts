import type { SwitchView } from '../../content/to-delivery.ts';
import type { MessageView } from '../../views.ts';
import { renderContent } from './bubble.ts';
import { el } from './dom.ts';
import { channelName, statusWords, timeOf } from './words.ts';

/** One message with what is known about its delivery. `retry` sends a failed one again. */
export function renderMessage(message: MessageView, retry: (id: string) => Promise<void>): HTMLElement {
  const { id, direction, status, content, replyTo, switches } = message;
  const who = el('span', 'sr-only', direction === 'in' ? 'Contact: ' : 'You: ');
  const parts = [who, ...renderContent(content, replyTo), ...switches.map(renderSwitch)];
  if (message.reason) parts.push(renderReason(message.reason));
  const meta = renderMeta(message);
  if (status === 'unsent' || status === 'unsure') meta.append(retryButton(() => retry(id)));
  return el('li', `message ${direction} ${status}`, ...parts, meta);
}

function renderMeta({ at, channel, status }: MessageView): HTMLElement {
  const time = el('time', '', timeOf(at));
  time.dateTime = at;
  const badge = channel === '' ? undefined : el('span', 'badge', channelName(channel));
  const bad = status === 'failed' || status === 'unsent' || status === 'unsure';
  const tick = status === 'received' ? undefined : el('span', `tick ${bad ? 'bad' : status}`, statusWords(status));
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
  const button = el('button', 'plain', 'Send again');
  button.type = 'button';
  button.addEventListener('click', () => {
    button.disabled = true;
    // When it fails for the same reason the message looks as before, and this button stays.
    void onClick().finally(() => {
      button.disabled = false;
    });
  });
  return button;
}

/** The service's own name of a reason, to look it up or search for it. */
function codeOf(code: string): HTMLElement | undefined {
  return code === '' ? undefined : el('code', '', code);
}
