import type { MessageView } from '../../views.ts';

const CHANNELS: Record<string, string> = {
  WHATSAPP: 'WhatsApp',
  MESSENGER: 'Messenger',
  VIBERBM: 'Viber',
  INSTAGRAM: 'Instagram',
  TELEGRAM: 'Telegram',
  KAKAOTALK: 'KakaoTalk',
  KAKAOTALKCHAT: 'KakaoTalk',
  WECHAT: 'WeChat',
  APPLEBC: 'Apple',
};

const STATUSES: Record<MessageView['status'], string> = {
  received: '',
  sending: 'Sending…',
  unsent: 'Not sent',
  unsure: 'Perhaps not sent',
  accepted: 'Accepted',
  queued: '✓ Queued',
  delivered: '✓ Delivered',
  read: '✓✓ Read',
  failed: 'Failed',
};

/** Name of a channel as people write it. */
export function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

export function statusWords(status: MessageView['status']): string {
  return STATUSES[status];
}

/** Hours and minutes. */
export function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
}

/** Today, yesterday, or the date. */
export function dayOf(at: string, now = new Date()): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year = date.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const);
  return date.toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short', ...(year ? { year } : {}) });
}

/** The time for today, the day before that. */
export function shortTime(at: string): string {
  const day = dayOf(at);
  return day === 'Today' ? timeOf(at) : day;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
