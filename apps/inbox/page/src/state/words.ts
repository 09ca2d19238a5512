const DAY_MS = 86_400_000;

const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  WHATSAPP: 'WhatsApp',
  RCS: 'RCS',
  SMS: 'SMS',
  MMS: 'MMS',
  MESSENGER: 'Messenger',
  INSTAGRAM: 'Instagram',
  VIBERBM: 'Viber',
  VIBER: 'Viber bot',
  TELEGRAM: 'Telegram',
  LINE: 'LINE',
  KAKAOTALK: 'KakaoTalk',
  KAKAOTALKCHAT: 'KakaoTalk chat',
  WECHAT: 'WeChat',
  APPLEBC: 'Apple Messages',
};

/** A channel's name; as the service writes it where it is newer than this page. */
export function channelName(channel: string): string {
  return Object.hasOwn(CHANNEL_NAMES, channel) ? (CHANNEL_NAMES[channel] as string) : channel;
}

export function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** With date and seconds, for those who point at a time. */
export function fullTime(at: string): string {
  return new Date(at).toLocaleString([], { dateStyle: 'full', timeStyle: 'medium' });
}

export function dayOf(at: string, now = new Date()): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return date.toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short', ...year });
}

/** The time for today, the day before that. */
export function shortTime(at: string): string {
  const day = dayOf(at);
  return day === 'Today' ? timeOf(at) : day;
}

/** `3 h 12 min`; below a minute `less than a minute`. */
export function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** `1 message`, `3 messages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Without the marks that turn the direction of what follows: they make `exe.png` of `gnp.exe`. Scripts that run from right to left do without. */
export function withoutTurning(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}
