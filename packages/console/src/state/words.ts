/** A length of time in its two largest units: `25 h`, `3 d 4 h`, `250 ms`. */
export function toDuration(ms: number): string {
  const size = Math.abs(ms);
  const sign = ms < 0 ? '-' : '';
  if (size < 1_000) return `${sign}${Math.round(size)} ms`;
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ];
  const first = units.findIndex(([, length]) => size >= length);
  const parts: string[] = [];
  let rest = size;
  for (const [name, length] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * length;
  }
  return `${sign}${parts.join(' ')}`;
}

/** The time of day with seconds; with the day where it is not today. */
export function toTime(rfc3339: string): string {
  const time = new Date(rfc3339);
  const isToday = new Date().toDateString() === time.toDateString();
  return isToday ? time.toLocaleTimeString() : time.toLocaleString();
}

/** As `toTime`; `never` for the start of 1970, by which the API says that something has not been. */
export function toTimeOrNever(rfc3339: string | undefined): string {
  return rfc3339 === undefined || Date.parse(rfc3339) === 0 ? 'never' : toTime(rfc3339);
}

/** `1 app`, `3 apps`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}

/** Channels as people write them. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  SMS: 'SMS',
  RCS: 'RCS',
  MMS: 'MMS',
  WHATSAPP: 'WhatsApp',
  MESSENGER: 'Messenger',
  INSTAGRAM: 'Instagram',
  VIBER: 'Viber Bot',
  VIBERBM: 'Viber Business',
  TELEGRAM: 'Telegram',
  LINE: 'LINE',
  WECHAT: 'WeChat',
  KAKAOTALK: 'KakaoTalk',
  KAKAOTALKCHAT: 'KakaoTalk Chat',
  APPLEBC: 'Apple Messages',
};

export function toChannelName(channel: string): string {
  return CHANNEL_NAMES[channel] ?? channel;
}
