/** Which reports a channel gives after it took a message. KakaoTalk, LINE, WeChat and Apple are guesses. */
const REPORTS: Readonly<Record<string, { delivered: boolean; read: boolean }>> = {
  SMS: { delivered: true, read: false },
  MMS: { delivered: true, read: false },
  TELEGRAM: { delivered: false, read: false },
  RCS: { delivered: true, read: true },
  WHATSAPP: { delivered: true, read: true },
  MESSENGER: { delivered: true, read: true },
  VIBERBM: { delivered: true, read: true },
  INSTAGRAM: { delivered: true, read: true },
};

const UNKNOWN_CHANNEL = { delivered: true, read: false };

export function reportsOf(channel: string): { delivered: boolean; read: boolean } {
  const known = Object.hasOwn(REPORTS, channel) ? REPORTS[channel] : undefined;
  return known ?? UNKNOWN_CHANNEL;
}
