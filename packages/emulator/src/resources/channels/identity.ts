/** Channels on which an identity is a phone number. */
export const PHONE_CHANNELS: ReadonlySet<string> = new Set(['SMS', 'RCS', 'WHATSAPP', 'MMS', 'VIBERBM']);

/** Channels on which an identity means something to one app only. */
const APP_SCOPED_CHANNELS: ReadonlySet<string> = new Set(['MESSENGER', 'INSTAGRAM', 'LINE', 'WECHAT']);

export function isPhoneChannel(channel: string): boolean {
  return PHONE_CHANNELS.has(channel);
}

export function isAppScoped(channel: string): boolean {
  return APP_SCOPED_CHANNELS.has(channel);
}

/** Digits with the separators that people write, and at least three digits, so that short codes pass. */
export function isPhoneNumber(identity: string): boolean {
  const digits = identity.replace(/\D/g, '').length;
  return /^\+?[\d\s().-]+$/.test(identity) && digits >= 3 && digits <= 15;
}

/** The identity as the API returns it and as two of them are compared: of phone numbers only the digits. */
export function normalizeIdentity(channel: string, identity: string): string {
  return isPhoneChannel(channel) && isPhoneNumber(identity) ? identity.replace(/\D/g, '') : identity;
}

/** Key of an address on a channel. */
export function identityKey(channel: string, identity: string): string {
  return `${channel}|${normalizeIdentity(channel, identity)}`;
}
